package io.bitten.adapters.dynamodb;

import java.time.InstantSource;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** Every port that DynamoDB stands behind, on one client. Making it calls nothing. */
public record DynamoStores(
    DynamoCalendars calendars,
    DynamoLedger ledger,
    DynamoTraders traders,
    DynamoBills bills,
    DynamoAccounts accounts,
    DynamoOffers offers,
    DynamoOrders orders,
    DynamoRiskBooks riskBooks,
    DynamoRelays relays,
    DynamoHalts halts,
    DynamoLeases leases,
    DynamoCloseWishes closeWishes,
    DynamoOrphans orphans,
    DynamoInbox inbox,
    DynamoShownCards shownCards,
    DynamoDossiers dossiers) {

  /**
   * The stores on these tables.
   *
   * @param time the platform's clock, which may run in a recording's time
   */
  public static DynamoStores on(DynamoDbClient client, Tables names, InstantSource time) {
    Table users = new Table(client, names.users());
    Table orders = new Table(client, names.orders());
    Table signals = new Table(client, names.signals());
    Table inbox = new Table(client, names.inbox());
    Expiry expiry = new Expiry(time, InstantSource.system());
    DynamoRiskBooks books = new DynamoRiskBooks(users);
    DynamoDossiers.Parts parts =
        new DynamoDossiers.Parts(
            new DynamoTraders(users),
            new DynamoHalts(users),
            new DynamoAccounts(users),
            new DynamoCalendars(signals),
            books,
            new DynamoOffers(inbox, expiry),
            new DynamoOrders(orders, books));
    return new DynamoStores(
        parts.calendars(),
        new DynamoLedger(signals, expiry),
        parts.traders(),
        new DynamoBills(users),
        parts.accounts(),
        parts.offers(),
        parts.orders(),
        books,
        new DynamoRelays(users),
        parts.halts(),
        new DynamoLeases(orders),
        new DynamoCloseWishes(orders),
        new DynamoOrphans(orders),
        new DynamoInbox(inbox, expiry),
        new DynamoShownCards(inbox, expiry),
        new DynamoDossiers(new BatchRead(client), parts));
  }
}
