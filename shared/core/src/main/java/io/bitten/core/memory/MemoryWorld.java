package io.bitten.core.memory;

import io.bitten.core.World;
import java.time.InstantSource;

/**
 * A whole world in memory: the tests' world and the ports' reference. Each part can be set, read
 * and drained by its own methods; {@link #world()} is what the desks get.
 */
public record MemoryWorld(
    InstantSource time,
    CountedNonces nonces,
    MemoryMarket market,
    MemoryIndicators indicators,
    MemoryNewsFeed newsFeed,
    MemoryCalendars calendars,
    MemoryLedger ledger,
    MemoryTraders traders,
    MemoryBills bills,
    MemoryAccounts accounts,
    MemoryOffers offers,
    MemoryOrders orders,
    MemoryRiskBooks riskBooks,
    MemoryRelays relays,
    MemoryHalts halts,
    MemoryLeases leases,
    MemoryCloseWishes closeWishes,
    MemoryOrphans orphans,
    MemoryInbox inbox,
    MemoryShownCards shownCards,
    MemoryMessenger messenger,
    MemoryQueues queues,
    MemoryEvents events,
    MemoryReports reports) {

  /** An empty world on the given clock. */
  public static MemoryWorld on(InstantSource time) {
    MemoryRiskBooks books = new MemoryRiskBooks();
    return new MemoryWorld(
        time,
        new CountedNonces("memory"),
        new MemoryMarket(),
        new MemoryIndicators(),
        new MemoryNewsFeed(),
        new MemoryCalendars(),
        new MemoryLedger(),
        new MemoryTraders(),
        new MemoryBills(),
        new MemoryAccounts(),
        new MemoryOffers(),
        new MemoryOrders(books),
        books,
        new MemoryRelays(),
        new MemoryHalts(),
        new MemoryLeases(),
        new MemoryCloseWishes(),
        new MemoryOrphans(),
        new MemoryInbox(time),
        new MemoryShownCards(),
        new MemoryMessenger(),
        new MemoryQueues(),
        new MemoryEvents(),
        new MemoryReports());
  }

  public World world() {
    return new World(
        time,
        nonces,
        market,
        indicators,
        newsFeed,
        calendars,
        ledger,
        traders,
        bills,
        accounts,
        offers,
        orders,
        riskBooks,
        relays,
        halts,
        leases,
        closeWishes,
        orphans,
        inbox,
        shownCards,
        new MemoryDossiers(traders, halts, accounts, calendars, riskBooks, offers, orders),
        messenger,
        queues,
        events);
  }
}
