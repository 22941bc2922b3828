package io.bitten.local.sim;

import io.bitten.adapters.json.Json;
import io.bitten.core.Versioned;
import io.bitten.core.Written;
import io.bitten.core.account.AccountId;
import io.bitten.core.account.Ticket;
import io.bitten.core.fill.Report;
import io.bitten.core.memory.MemoryOrders;
import io.bitten.core.order.Move;
import io.bitten.core.order.Order;
import io.bitten.core.order.OrderFact;
import io.bitten.core.order.OrderId;
import io.bitten.core.order.OrderRules;
import io.bitten.core.order.OrderState;
import io.bitten.core.order.OrphanFact;
import java.time.Instant;
import java.util.Locale;

/** What the chat's relay stores and reports of its orders, and reports of its orphans. */
final class ChatMoves {
  private final ChatScene scene;
  private final MemoryOrders orders;
  private long told;

  ChatMoves(ChatScene scene) {
    this.scene = scene;
    this.orders = scene.memory().orders();
  }

  /**
   * The state that follows, stored and reported; a fact that does not apply changes nothing.
   *
   * @return whether it applied
   */
  boolean move(OrderId id, OrderFact fact) {
    Versioned<Order> stored = orders.find(id).orElseThrow();
    if (!(OrderRules.decide(stored.value(), fact) instanceof Move.To(OrderState next))
        || orders.save(stored.with(stored.value().with(next))) == Written.STALE) {
      return false;
    }
    long version = stored.version() + 1;
    Order order = stored.value();
    scene.checks().reached(next.label());
    scene.faults().note("relay", order.number() + " " + next.label());
    String once = "order:" + id + ":" + version;
    tell(
        order.account(),
        once,
        new Report.OrderMoved(id, order.account(), version, next.label(), now()));
    return true;
  }

  /** Something is learned about a position that no order stands for. */
  void orphan(AccountId account, Ticket ticket, OrphanFact fact) {
    scene.checks().reached("ORPHAN_" + fact.getClass().getSimpleName().toUpperCase(Locale.ROOT));
    scene.faults().note("relay", "ticket " + ticket + ": " + fact.getClass().getSimpleName());
    tell(account, "orphan:" + ++told, new Report.OrphanSeen(account, ticket, fact, now()));
  }

  private void tell(AccountId account, String once, Report report) {
    scene.wires().reports().send(account.value(), once, Json.write(report));
  }

  Order order(OrderId id) {
    return orders.find(id).orElseThrow().value();
  }

  Instant now() {
    return scene.time().instant();
  }
}
