package io.bitten.core.fire;

import io.bitten.core.Versioned;
import io.bitten.core.World;
import io.bitten.core.Written;
import io.bitten.core.fill.FillDesk;
import io.bitten.core.fill.Report;
import io.bitten.core.order.Order;
import io.bitten.core.order.OrderState;
import java.time.Duration;
import java.time.Instant;

/**
 * Looks after orders that wait, and says how long the longest doubt lasts. Of those that no relay
 * has claimed it sends a young one's command again, and expires one whose deadline has passed. A
 * relay claims an order before it sends it, so an order that is still NEW was never sent, and the
 * conditional write decides who was first.
 */
public final class SweepDesk {
  /** Orders looked at in one sweep. */
  private static final int BATCH = 100;

  /** A younger order's command is still on its way. */
  private static final Duration QUIET = Duration.ofSeconds(3);

  private final World world;
  private final FillDesk fills;

  public SweepDesk(World world, FillDesk fills) {
    this.world = world;
    this.fills = fills;
  }

  /** One pass; returns how many orders were expired. */
  public int sweep() {
    Instant now = world.time().instant();
    int expired = 0;
    for (Versioned<Order> stored : world.orders().unclaimed(BATCH)) {
      Order order = stored.value();
      if (now.isAfter(order.deadline())) {
        expired += expire(stored, now);
      } else if (now.isAfter(order.createdAt().plus(QUIET))) {
        world.queues().relay(FireDesk.command(order));
      }
    }
    return expired;
  }

  /** How long the outcome of an order is UNKNOWN by now, at the longest; zero when none is. */
  public Duration longestUnknown() {
    Instant now = world.time().instant();
    return world.orders().unknown(BATCH).stream()
        .map(stored -> stored.value().state())
        .filter(OrderState.Unknown.class::isInstance)
        .map(state -> Duration.between(((OrderState.Unknown) state).since(), now))
        .max(Duration::compareTo)
        .orElse(Duration.ZERO);
  }

  private int expire(Versioned<Order> stored, Instant now) {
    Order order = stored.value();
    // First what makes it told even when this sweep ends right after the order is stored.
    world
        .queues()
        .report(new Report.OrderMoving(order.id(), order.account(), stored.version() + 1, now));
    Order expired = order.with(new OrderState.Expired(now));
    if (world.orders().save(stored.with(expired)) == Written.STALE) {
      return 0;
    }
    fills.book(
        new Report.OrderMoved(
            expired.id(), expired.account(), stored.version() + 1, "EXPIRED", now));
    return 1;
  }
}
