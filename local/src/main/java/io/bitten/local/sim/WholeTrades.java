package io.bitten.local.sim;

import io.bitten.core.account.Money;
import io.bitten.core.relay.Deal;
import java.util.List;

/** The last exit of a position that may have ended in parts, as one that tells its whole money. */
final class WholeTrades {
  private WholeTrades() {}

  /** Whether no later deal is of its position. */
  static boolean last(Deal exit, List<Deal> all) {
    return all.reversed().stream()
        .filter(deal -> deal.position().equals(exit.position()))
        .findFirst()
        .filter(deal -> deal == exit)
        .isPresent();
  }

  static Deal of(Deal exit, List<Deal> all) {
    Money net =
        all.stream()
            .filter(deal -> deal.position().equals(exit.position()))
            .map(Deal::net)
            .reduce(Money.zero(Broker.USD), Money::plus);
    return new Deal(
        exit.position(),
        exit.side(),
        exit.symbol(),
        exit.lots(),
        exit.price(),
        net,
        exit.magic(),
        exit.comment(),
        exit.reason(),
        exit.at());
  }
}
