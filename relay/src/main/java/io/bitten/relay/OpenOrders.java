package io.bitten.relay;

import io.bitten.core.Versioned;
import io.bitten.core.account.AccountId;
import io.bitten.core.order.Order;
import io.bitten.core.order.OrderId;
import io.bitten.core.order.Orders;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;

/**
 * The accounts' open orders for the rounds that look after them. What the store said is believed
 * for some seconds, together with every move made here since, so that many open orders cost it next
 * to nothing: nobody but this relay moves what it works on. What somebody else moved all the same
 * is found when the store refuses the next move. A new order whose command was lost is only found
 * so much later, and has nothing at the broker. A store that does not answer leaves what was last
 * known: what that lacks may exist all the same.
 */
final class OpenOrders {
  /** Open orders of one account that are looked after in one round. */
  static final int MOST = 1_000;

  private static final Duration HOLDS = Duration.ofSeconds(5);

  /** For so long after a move an index may still say what was before. */
  static final Duration INDEX_LAGS = Duration.ofSeconds(15);

  private final Orders orders;
  private final LongSupplier ticker;
  private final Map<AccountId, Shelf> shelves = new ConcurrentHashMap<>();

  OpenOrders(Orders orders, LongSupplier ticker) {
    this.orders = orders;
    this.ticker = ticker;
  }

  /** An order was moved here, and is stored so. */
  void moved(Versioned<Order> stored) {
    shelf(stored.value().account()).moved(stored, ticker.getAsLong());
  }

  /** The account's orders are not as they were known: the next round asks. */
  void doubt(AccountId account) {
    shelf(account).doubt();
  }

  /** Another relay works: what was known here is not known any more. */
  void forget(AccountId account) {
    shelf(account).forget();
  }

  /**
   * The account's open orders as they were known at most some seconds ago, and as moved here; or as
   * they were last known, while the store does not answer.
   *
   * @throws RuntimeException when the store does not answer and never did
   */
  List<Versioned<Order>> of(AccountId account) {
    Shelf shelf = shelf(account);
    long now = ticker.getAsLong();
    return shelf.known(now).orElseGet(() -> asked(shelf, account, now));
  }

  /** The account's open orders as the store says now, and over it what was moved here of late. */
  List<Versioned<Order>> now(AccountId account) {
    long now = ticker.getAsLong();
    return shelf(account).take(fresh(account), now);
  }

  private List<Versioned<Order>> asked(Shelf shelf, AccountId account, long now) {
    List<Versioned<Order>> said;
    try {
      said = fresh(account);
    } catch (RuntimeException e) {
      return shelf.last(now).orElseThrow(() -> e);
    }
    return shelf.take(said, now);
  }

  /** The account's open orders as the store says now, however far its list lags behind. */
  List<Versioned<Order>> fresh(AccountId account) {
    return orders.open(account, MOST);
  }

  private Shelf shelf(AccountId account) {
    return shelves.computeIfAbsent(account, id -> new Shelf());
  }

  /** What is known of one account. */
  private static final class Shelf {
    private final Map<OrderId, Versioned<Order>> open = new LinkedHashMap<>();
    private final Map<OrderId, Moved> moves = new LinkedHashMap<>();
    private boolean taken;
    private boolean believed;
    private long askedAt;

    private record Moved(Versioned<Order> stored, long at) {}

    synchronized void moved(Versioned<Order> stored, long now) {
      moves.remove(stored.value().id());
      moves.put(stored.value().id(), new Moved(stored, now));
      lay(stored);
    }

    synchronized void doubt() {
      believed = false;
    }

    synchronized void forget() {
      believed = false;
      taken = false;
    }

    /** What was last known, which is believed again: a silent store keeps each who asks it. */
    synchronized Optional<List<Versioned<Order>>> last(long now) {
      believed = taken;
      askedAt = now;
      return known(now);
    }

    synchronized Optional<List<Versioned<Order>>> known(long now) {
      return believed && now - askedAt < HOLDS.toNanos()
          ? Optional.of(List.copyOf(open.values()))
          : Optional.empty();
    }

    /** What the store said to a question of that moment, and over it what was moved since. */
    synchronized List<Versioned<Order>> take(List<Versioned<Order>> said, long asked) {
      open.clear();
      said.forEach(order -> open.put(order.value().id(), order));
      moves.values().removeIf(move -> asked - move.at() > INDEX_LAGS.toNanos());
      moves.values().forEach(move -> lay(move.stored()));
      askedAt = asked;
      taken = true;
      believed = true;
      return List.copyOf(open.values());
    }

    private void lay(Versioned<Order> order) {
      OrderId id = order.value().id();
      if (open.containsKey(id) && open.get(id).version() > order.version()) {
        return;
      }
      if (order.value().state().terminal()) {
        open.remove(id);
      } else {
        open.put(id, order);
      }
    }
  }
}
