package io.bitten.local.sim;

import io.bitten.core.account.Money;
import io.bitten.core.account.Position;
import io.bitten.core.order.ExitReason;
import io.bitten.core.relay.Deal;

/** The broker takes an entry back, as after a wrong price: nothing is left of it but the mark. */
final class Annulment {
  private Annulment() {}

  static void of(Position position, Broker broker) {
    broker.end(position.ticket(), position.openPrice(), ExitReason.ANNULLED);
    broker.deals().removeLast();
    broker
        .deals()
        .replaceAll(deal -> deal.position().equals(position.ticket()) ? taken(deal) : deal);
  }

  private static Deal taken(Deal deal) {
    return new Deal(
        deal.position(),
        Deal.Side.ANNULLED,
        deal.symbol(),
        deal.lots(),
        deal.price(),
        Money.zero(Broker.USD),
        deal.magic(),
        deal.comment(),
        ExitReason.ANNULLED,
        deal.at());
  }
}
