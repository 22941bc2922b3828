package io.bitten.local.sim;

/** What everybody in one story shares. */
record Stage(Timeline time, Faults faults, Story story, Checks checks) {}
