package io.bitten.local.sim;

import java.util.List;
import java.util.Map;

/**
 * What a story leaves behind.
 *
 * @param sha256 of every event in order
 * @param lines the story in words; empty when nobody wanted them
 * @param faults how often each came
 * @param states how often each state of an order, and each end of an alert, was reached
 */
record Trace(
    byte[] sha256, List<String> lines, Map<Fault, Integer> faults, Map<String, Integer> states) {}
