package io.bitten.core;

import io.bitten.core.account.Accounts;
import io.bitten.core.account.Traders;
import io.bitten.core.billing.Bills;
import io.bitten.core.chat.Inbox;
import io.bitten.core.chat.Messenger;
import io.bitten.core.chat.Queues;
import io.bitten.core.chat.ShownCards;
import io.bitten.core.fill.Relays;
import io.bitten.core.fire.Dossiers;
import io.bitten.core.fire.Offers;
import io.bitten.core.halt.Halts;
import io.bitten.core.market.Market;
import io.bitten.core.news.Calendars;
import io.bitten.core.news.NewsFeed;
import io.bitten.core.order.CloseWishes;
import io.bitten.core.order.Orders;
import io.bitten.core.order.Orphans;
import io.bitten.core.relay.Leases;
import io.bitten.core.risk.RiskBooks;
import io.bitten.core.signal.Indicators;
import io.bitten.core.signal.Ledger;
import java.time.InstantSource;

/**
 * All the side effects there are. There are three worlds: AWS, memory, and memory with faults.
 *
 * @param time the only clock
 * @param nonces the only randomness
 */
public record World(
    InstantSource time,
    Nonces nonces,
    Market market,
    Indicators indicators,
    NewsFeed newsFeed,
    Calendars calendars,
    Ledger ledger,
    Traders traders,
    Bills bills,
    Accounts accounts,
    Offers offers,
    Orders orders,
    RiskBooks riskBooks,
    Relays relays,
    Halts halts,
    Leases leases,
    CloseWishes closeWishes,
    Orphans orphans,
    Inbox inbox,
    ShownCards shownCards,
    Dossiers dossiers,
    Messenger messenger,
    Queues queues,
    Events events) {}
