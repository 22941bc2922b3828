package io.bitten.core.memory;

import io.bitten.core.Page;
import io.bitten.core.Versioned;
import io.bitten.core.Written;
import io.bitten.core.account.AccountId;
import io.bitten.core.account.Magic;
import io.bitten.core.account.UserId;
import io.bitten.core.order.Order;
import io.bitten.core.order.OrderId;
import io.bitten.core.order.OrderState;
import io.bitten.core.order.Orders;
import io.bitten.core.risk.RiskBook;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The orders. One lock covers them and the risk books, so placing is one step. */
public final class MemoryOrders implements Orders {
  private static final Comparator<Order> OLDEST_FIRST =
      Comparator.<Order>comparingLong(order -> order.createdAt().toEpochMilli())
          .thenComparing(order -> order.id().value());

  private final Shelf<String, Order> shelf = new Shelf<>();
  private final AtomicLong magics = new AtomicLong();
  private final Map<Magic, OrderId> named = new HashMap<>();
  private final Set<OrderId> forbidden = new HashSet<>();
  private final MemoryRiskBooks books;

  public MemoryOrders(MemoryRiskBooks books) {
    this.books = books;
  }

  @Override
  public Magic nextMagic() {
    return Magic.ours(magics.incrementAndGet());
  }

  @Override
  public Placed place(Order order, Versioned<RiskBook> book) {
    synchronized (books) {
      if (forbidden.contains(order.id()) || shelf.find(order.id().value()).isPresent()) {
        return Placed.ALREADY;
      }
      if (named.containsKey(order.magic()) || books.save(book) == Written.STALE) {
        return Placed.STALE;
      }
      named.put(order.magic(), order.id());
      shelf.save(order.id().value(), Versioned.fresh(order));
      return Placed.PLACED;
    }
  }

  @Override
  public boolean forbid(OrderId id) {
    synchronized (books) {
      if (shelf.find(id.value()).isPresent()) {
        return false;
      }
      forbidden.add(id);
      return true;
    }
  }

  @Override
  public Optional<Versioned<Order>> find(OrderId id) {
    synchronized (books) {
      return shelf.find(id.value());
    }
  }

  @Override
  public Optional<Versioned<Order>> find(Magic magic) {
    synchronized (books) {
      return Optional.ofNullable(named.get(magic)).flatMap(this::find);
    }
  }

  @Override
  public Written save(Versioned<Order> order) {
    if (order.version() < 1) {
      throw new IllegalArgumentException(
          "an order is created by placing it: " + order.value().id());
    }
    synchronized (books) {
      return shelf.save(order.value().id().value(), order);
    }
  }

  @Override
  public Page<Order> of(UserId user, String after, int limit) {
    List<Order> newestFirst =
        all()
            .map(Versioned::value)
            .filter(order -> order.user().equals(user))
            .sorted(OLDEST_FIRST.reversed())
            .toList();
    return Pages.cut(newestFirst, MemoryOrders::age, after, limit);
  }

  @Override
  public List<Versioned<Order>> open(AccountId account, int limit) {
    return all()
        .filter(order -> order.value().account().equals(account))
        .filter(order -> !order.value().state().terminal())
        .sorted(Comparator.comparing(Versioned::value, OLDEST_FIRST))
        .limit(limit)
        .toList();
  }

  @Override
  public List<Versioned<Order>> unclaimed(int limit) {
    return in(state -> state instanceof OrderState.New, limit);
  }

  @Override
  public List<Versioned<Order>> unknown(int limit) {
    return in(state -> state instanceof OrderState.Unknown, limit);
  }

  @Override
  public List<Versioned<Order>> naked(int limit) {
    return in(state -> state.nakedSince().isPresent(), limit);
  }

  private List<Versioned<Order>> in(Predicate<OrderState> states, int limit) {
    return all()
        .filter(order -> states.test(order.value().state()))
        .sorted(Comparator.comparing(Versioned::value, OLDEST_FIRST))
        .limit(limit)
        .toList();
  }

  private Stream<Versioned<Order>> all() {
    synchronized (books) {
      return shelf.all().stream();
    }
  }

  private static String age(Order order) {
    return "%015d#%s".formatted(order.createdAt().toEpochMilli(), order.id());
  }
}
