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
 * The accounts' open orders for the rounds that look after them. What a quiet account has is
 * believed for some seconds, and what a moving one has for one round, so that many open orders cost
 * the store next to nothing: whatever begins or moves there does so through this relay, which says
 * so. What somebody else moved all the same is found when the store refuses the next move. A new
 * order whose command was lost is only found so much later, and has nothing at the broker.
 */
final class OpenOrders {
  /** Open orders of one account that are looked after in one round. */
  static final int MOST = 1_000;

  private static final Duration QUIET_HOLDS = Duration.ofSeconds(5);

  /** Shorter than a round's second: its readers share one answer, the next round's ask anew. */
  private static final Duration ROUND_HOLDS = Duration.ofMillis(500);

  /** After an order was moved an index may still say what was before. */
  private static final Duration RESTLESS = Duration.ofSeconds(15);

  private final Orders orders;
  private final LongSupplier ticker;
  private final Map<AccountId, Known> known = new ConcurrentHashMap<>();

  /**
   * What is known of an account.
   *
   * @param begins how often something began or moved there
   */
  private record Known(long begins, Begun begun, Seen seen) {
    static final Known NOTHING = new Known(0, new Begun.Never(), new Seen.Not());
  }

  /** When something last began or moved, by the ticker's nanoseconds. */
  private sealed interface Begun {
    record Never() implements Begun {}

    record At(long nanos) implements Begun {}
  }

  /** What the store said when it was asked at the ticker's nanoseconds. */
  private sealed interface Seen {
    record Not() implements Seen {}

    record At(long nanos, List<Versioned<Order>> open) implements Seen {}
  }

  OpenOrders(Orders orders, LongSupplier ticker) {
    this.orders = orders;
    this.ticker = ticker;
  }

  /** Something begins in the account, or has moved. */
  void begin(AccountId account) {
    Begun now = new Begun.At(ticker.getAsLong());
    known.merge(
        account,
        new Known(1, now, new Seen.Not()),
        (old, first) -> new Known(old.begins() + 1, now, new Seen.Not()));
  }

  /** The account's open orders as they were known at most some seconds ago. */
  List<Versioned<Order>> of(AccountId account) {
    long now = ticker.getAsLong();
    Known before = known.getOrDefault(account, Known.NOTHING);
    Duration holds =
        before.begun() instanceof Begun.At(var at) && now - at < RESTLESS.toNanos()
            ? ROUND_HOLDS
            : QUIET_HOLDS;
    return before.seen() instanceof Seen.At(var at, var open) && now - at < holds.toNanos()
        ? open
        : asked(account, before, now);
  }

  /** The account's open orders as the store says now. */
  List<Versioned<Order>> fresh(AccountId account) {
    return orders.open(account, MOST);
  }

  private List<Versioned<Order>> asked(AccountId account, Known before, long now) {
    List<Versioned<Order>> open = List.copyOf(fresh(account));
    known.compute(
        account,
        (id, old) -> {
          Known today = old == null ? Known.NOTHING : old;
          // What began or moved while the store was asked may be missing in its answer.
          return today.begins() == before.begins()
              ? new Known(today.begins(), today.begun(), new Seen.At(now, open))
              : today;
        });
    return open;
  }
}
