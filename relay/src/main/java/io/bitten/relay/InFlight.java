package io.bitten.relay;

import io.bitten.core.account.AccountId;
import io.bitten.core.order.OrderId;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The orders that a thread of this process is working on now. */
final class InFlight {
  private final Map<OrderId, AccountId> orders = new ConcurrentHashMap<>();

  /** Takes the order; false when another thread has it. */
  boolean take(OrderId order, AccountId account) {
    return orders.putIfAbsent(order, account) == null;
  }

  void release(OrderId order) {
    orders.remove(order);
  }

  /** How many of the account's orders are being worked on. */
  int count(AccountId account) {
    return (int) orders.values().stream().filter(account::equals).count();
  }
}
