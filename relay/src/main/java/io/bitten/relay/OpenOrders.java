package io.bitten.relay;

import io.bitten.core.Versioned;
import io.bitten.core.account.AccountId;
import io.bitten.core.order.Order;
import io.bitten.core.order.Orders;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;

/**
 * The accounts' open orders for the rounds that look after them. That a quiet account has none is
 * believed for some seconds, so that it costs the store next to nothing: whatever begins there
 * comes through this relay, which says so. A new order whose command was lost is only found so much
 * later, and has nothing at the broker.
 */
final class OpenOrders {
  /** Open orders of one account that are looked after in one round. */
  static final int MOST = 1_000;

  private static final Duration NONE_HOLDS = Duration.ofSeconds(5);

  /** After an order was moved an index may still say that there is none. */
  private static final Duration RESTLESS = Duration.ofSeconds(15);

  private final Orders orders;
  private final LongSupplier ticker;
  private final Map<AccountId, Long> begun = new ConcurrentHashMap<>();
  private final Map<AccountId, Long> none = new ConcurrentHashMap<>();

  OpenOrders(Orders orders, LongSupplier ticker) {
    this.orders = orders;
    this.ticker = ticker;
  }

  /** Something begins in the account, or has moved. */
  void begin(AccountId account) {
    begun.put(account, ticker.getAsLong());
    none.remove(account);
  }

  /** The account's open orders, or that there are none as it was known some seconds ago. */
  List<Versioned<Order>> of(AccountId account) {
    long now = ticker.getAsLong();
    return within(none, account, now, NONE_HOLDS) ? List.of() : asked(account, now);
  }

  /** The account's open orders as the store says now. */
  List<Versioned<Order>> fresh(AccountId account) {
    return orders.open(account, MOST);
  }

  private List<Versioned<Order>> asked(AccountId account, long now) {
    List<Versioned<Order>> open = fresh(account);
    none.put(account, now);
    // Looked at after it was noted: what begins meanwhile takes the note away, here or there.
    if (!open.isEmpty() || within(begun, account, now, RESTLESS)) {
      none.remove(account);
    }
    return open;
  }

  private static boolean within(
      Map<AccountId, Long> times, AccountId account, long now, Duration most) {
    Long at = times.get(account);
    return at != null && now - at < most.toNanos();
  }
}
