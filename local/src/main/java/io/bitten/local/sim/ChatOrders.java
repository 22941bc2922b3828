package io.bitten.local.sim;

import io.bitten.core.Page;
import io.bitten.core.Versioned;
import io.bitten.core.Written;
import io.bitten.core.account.AccountId;
import io.bitten.core.account.Magic;
import io.bitten.core.account.UserId;
import io.bitten.core.order.Order;
import io.bitten.core.order.OrderId;
import io.bitten.core.order.Orders;
import io.bitten.core.risk.RiskBook;
import java.util.List;
import java.util.Optional;

/** The orders as a function of the cloud sees them while it serves the chats. */
final class ChatOrders implements Orders {
  private final Orders stored;
  private final ChatChecks checks;
  private final Caller caller;
  private final Runnable stall;

  /**
   * @param stall between what a function has read and what it places it may stand still
   */
  ChatOrders(Orders stored, ChatChecks checks, Caller caller, Runnable stall) {
    this.stored = stored;
    this.checks = checks;
    this.caller = caller;
    this.stall = stall;
  }

  @Override
  public Magic nextMagic() {
    return stored.nextMagic();
  }

  @Override
  public Placed place(Order order, Versioned<RiskBook> book) {
    stall.run();
    caller.before("Orders.place");
    Placed placed = stored.place(order, book);
    if (placed == Placed.PLACED) {
      checks.placed(order);
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
    Written written = stored.save(order);
    caller.after("Orders.save");
    return written;
  }

  @Override
  public Page<Order> of(UserId user, String after, int limit) {
    return stored.of(user, after, limit);
  }

  @Override
  public List<Versioned<Order>> open(AccountId account, int limit) {
    return stored.open(account, limit);
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
