package io.bitten.relay;

import io.bitten.core.fill.Reports;
import io.bitten.core.halt.Halts;
import io.bitten.core.order.CloseWishes;
import io.bitten.core.order.Orders;
import io.bitten.core.order.Orphans;
import io.bitten.core.relay.Leases;
import io.bitten.relay.journal.Journal;
import java.time.InstantSource;
import java.util.function.LongSupplier;

/**
 * All the side effects a relay has, but for its routes.
 *
 * @param time the platform's clock, for deadlines and for what is stored
 * @param ticker nanoseconds that only grow, for ages; a platform clock may run at another speed
 * @param journal this machine's own memory
 */
public record RelayPorts(
    Orders orders,
    Halts halts,
    Leases leases,
    CloseWishes wishes,
    Orphans orphans,
    Reports reports,
    InstantSource time,
    LongSupplier ticker,
    Journal journal) {}
