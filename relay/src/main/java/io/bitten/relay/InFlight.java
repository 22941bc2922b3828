package io.bitten.relay;

import io.bitten.core.account.AccountId;
import io.bitten.core.account.Magic;
import io.bitten.core.order.OrderId;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The orders that a thread of this process is working on now. */
final class InFlight {
  private static final int MOST_SENT = 10_000;

  private final Map<OrderId, AccountId> orders = new ConcurrentHashMap<>();
  private final Map<Magic, OrderId> sent =
      new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Magic, OrderId> eldest) {
          return size() > MOST_SENT;
        }
      };

  /** Remembers which order's magic was sent. */
  void sent(Magic magic, OrderId order) {
    synchronized (sent) {
      sent.put(magic, order);
    }
  }

  /** The order that this process sent with the magic. */
  Optional<OrderId> sent(Magic magic) {
    synchronized (sent) {
      return Optional.ofNullable(sent.get(magic));
    }
  }

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
