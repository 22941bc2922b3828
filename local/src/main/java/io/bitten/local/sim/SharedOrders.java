package io.bitten.local.sim;

import io.bitten.core.Page;
import io.bitten.core.Versioned;
import io.bitten.core.Written;
import io.bitten.core.account.AccountId;
import io.bitten.core.account.Magic;
import io.bitten.core.account.UserId;
import io.bitten.core.memory.MemoryOrders;
import io.bitten.core.order.Order;
import io.bitten.core.order.OrderId;
import io.bitten.core.order.Orders;
import io.bitten.core.risk.RiskBook;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The orders' table as one caller sees it: slow, sometimes silent, its index behind. */
final class SharedOrders implements Orders {
  private final MemoryOrders stored;
  private final Edges edges;
  private final Faults faults;
  private final Caller caller;
  private final Map<AccountId, List<Versioned<Order>>> indexed = new HashMap<>();

  SharedOrders(MemoryOrders stored, Edges edges, Faults faults, Caller caller) {
    this.stored = stored;
    this.edges = edges;
    this.faults = faults;
    this.caller = caller;
  }

  @Override
  public Magic nextMagic() {
    caller.before("Orders.nextMagic");
    Magic magic = stored.nextMagic();
    caller.after("Orders.nextMagic");
    return magic;
  }

  @Override
  public Placed place(Order order, Versioned<RiskBook> book) {
    caller.before("Orders.place");
    Placed placed = stored.place(order, book);
    if (placed == Placed.PLACED) {
      edges.placed(order, book.value());
    }
    caller.after("Orders.place");
    return placed;
  }

  @Override
  public boolean forbid(OrderId id) {
    caller.before("Orders.forbid");
    boolean forbidden = stored.forbid(id);
    caller.after("Orders.forbid");
    return forbidden;
  }

  @Override
  public Optional<Versioned<Order>> find(OrderId id) {
    caller.before("Orders.find");
    Optional<Versioned<Order>> found = stored.find(id);
    caller.after("Orders.find");
    return found;
  }

  @Override
  public Optional<Versioned<Order>> find(Magic magic) {
    caller.before("Orders.find");
    Optional<Versioned<Order>> found = stored.find(magic);
    caller.after("Orders.find");
    return found;
  }

  @Override
  public Written save(Versioned<Order> order) {
    caller.before("Orders.save");
    Versioned<Order> before = stored.find(order.value().id()).orElseThrow();
    Written written = stored.save(order);
    if (written == Written.STORED) {
      edges.moved(before, stored.find(order.value().id()).orElseThrow(), caller);
    }
    caller.after("Orders.save");
    return written;
  }

  @Override
  public Page<Order> of(UserId user, String after, int limit) {
    return stored.of(user, after, limit);
  }

  @Override
  public List<Versioned<Order>> open(AccountId account, int limit) {
    caller.before("Orders.open");
    List<Versioned<Order>> now = stored.open(account, limit);
    List<Versioned<Order>> before = indexed.getOrDefault(account, now);
    indexed.put(account, now);
    caller.after("Orders.open");
    return faults.hit(Fault.STORE_LAGS) ? before : now;
  }

  @Override
  public List<Versioned<Order>> unclaimed(int limit) {
    caller.before("Orders.unclaimed");
    List<Versioned<Order>> found = stored.unclaimed(limit);
    caller.after("Orders.unclaimed");
    return found;
  }

  @Override
  public List<Versioned<Order>> unknown(int limit) {
    return stored.unknown(limit);
  }

  @Override
  public List<Versioned<Order>> naked(int limit) {
    return stored.naked(limit);
  }
}
