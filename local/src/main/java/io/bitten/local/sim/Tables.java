package io.bitten.local.sim;

import io.bitten.core.memory.MemoryOrders;
import io.bitten.core.memory.MemoryOrphans;
import io.bitten.core.memory.MemoryTraders;

/** The tables that checks read past every fault. */
record Tables(MemoryOrders orders, MemoryTraders traders, MemoryOrphans orphans) {}
