package io.bitten.local.sim;

import io.bitten.core.Versioned;
import io.bitten.core.account.AccountId;
import io.bitten.core.order.Order;
import io.bitten.core.order.OrderState;
import io.bitten.core.order.Orders;
import java.time.Duration;

/** Ends orders of unknown outcome by waiting alone, as an impatient cloud would. */
final class MutantTimer {
  private static final Duration PATIENCE = Duration.ofSeconds(8);
  private static final int EVERY_MS = 2_000;
  private static final int MOST_ORDERS = 100;

  private final Timeline time;
  private final Orders orders;
  private final AccountId account;

  MutantTimer(Timeline time, Orders orders, AccountId account) {
    this.time = time;
    this.orders = orders;
    this.account = account;
  }

  void begin() {
    time.task(EVERY_MS, this::round);
  }

  private void round() {
    try {
      orders.open(account, MOST_ORDERS).forEach(this::expire);
    } catch (Crash | StoreTrouble trouble) {
      time.task(EVERY_MS, this::round);
      return;
    }
    time.task(EVERY_MS, this::round);
  }

  private void expire(Versioned<Order> order) {
    if (order.value().state() instanceof OrderState.Unknown unknown
        && time.instant().isAfter(unknown.since().plus(PATIENCE))) {
      orders.save(order.with(order.value().with(new OrderState.Expired(time.instant()))));
    }
  }
}
