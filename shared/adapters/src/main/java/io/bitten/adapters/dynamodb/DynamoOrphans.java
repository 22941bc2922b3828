package io.bitten.adapters.dynamodb;

import io.bitten.core.Versioned;
import io.bitten.core.Written;
import io.bitten.core.account.AccountId;
import io.bitten.core.account.Ticket;
import io.bitten.core.order.Orphan;
import io.bitten.core.order.Orphans;
import java.util.List;
import java.util.Optional;

/** Orphans: one item a ticket in the account's partition, the highest ticket last. */
public final class DynamoOrphans implements Orphans {
  private final Table orders;
  private final Documents<Orphan> documents;

  DynamoOrphans(Table orders) {
    this.orders = orders;
    this.documents = new Documents<>(orders, Orphan.class);
  }

  @Override
  public Optional<Versioned<Orphan>> find(AccountId account, Ticket ticket) {
    return documents.find(partition(account), name(ticket));
  }

  @Override
  public Written save(Versioned<Orphan> orphan) {
    Orphan value = orphan.value();
    return documents.save(Item.at(partition(value.account()), name(value.fill().ticket())), orphan);
  }

  @Override
  public List<Versioned<Orphan>> of(AccountId account, int limit) {
    return orders.query(Range.before(partition(account), ""), limit).stream()
        .map(documents::read)
        .toList();
  }

  private static String partition(AccountId account) {
    return "orphan#" + account;
  }

  /** Sorts as the number does. */
  private static String name(Ticket ticket) {
    return "%016d".formatted(ticket.value());
  }
}
