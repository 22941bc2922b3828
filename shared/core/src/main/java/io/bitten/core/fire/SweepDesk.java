package io.bitten.core.fire;

import io.bitten.core.Versioned;
import io.bitten.core.World;
import io.bitten.core.Written;
import io.bitten.core.fill.FillDesk;
import io.bitten.core.fill.Report;
import io.bitten.core.halt.Halt;
import io.bitten.core.halt.HaltReceipts;
import io.bitten.core.halt.HaltScope;
import io.bitten.core.order.Move;
import io.bitten.core.order.Order;
import io.bitten.core.order.OrderFact;
import io.bitten.core.order.OrderRules;
import io.bitten.core.order.OrderState;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Looks after orders that wait, and says how many are in doubt or without their stop, and how long.
 * Of those that no relay has claimed it sends a young one's command again, kills one that a halt
 * has overtaken, and expires one whose deadline has passed. A relay claims an order before it sends
 * it, so an order that is still NEW was never sent, and the conditional write decides who was
 * first.
 */
public final class SweepDesk {
  /** Orders looked at in one sweep. */
  private static final int BATCH = 100;

  /** A younger order's command is still on its way. */
  private static final Duration QUIET = Duration.ofSeconds(3);

  private final World world;
  private final FillDesk fills;
  private final HaltReceipts receipts;

  public SweepDesk(World world, FillDesk fills) {
    this.world = world;
    this.fills = fills;
    this.receipts = new HaltReceipts(world);
  }

  /** One pass; returns how many orders were ended. */
  public int sweep() {
    Instant now = world.time().instant();
    receipts.met(world.halts().read(new HaltScope.Everything()), HaltReceipts.SWEEP);
    int ended = 0;
    for (Versioned<Order> stored : world.orders().unclaimed(BATCH)) {
      Order order = stored.value();
      if (now.isAfter(order.deadline())) {
        ended += end(stored, new OrderFact.DeadlinePassedUnclaimed(now));
      } else if (now.isAfter(order.createdAt().plus(QUIET))) {
        Optional<Halt> newer = overtaking(order);
        newer.ifPresent(halt -> receipts.met(halt, HaltReceipts.SWEEP));
        if (newer.isPresent()) {
          ended += end(stored, new OrderFact.Halted(newer.get().scope(), newer.get().epoch(), now));
        } else {
          world.queues().relay(FireDesk.command(order));
        }
      }
    }
    return ended;
  }

  /** The orders whose outcome is UNKNOWN by now. */
  public Unsettled unknown() {
    return unsettled(
        world.orders().unknown(BATCH),
        state ->
            state instanceof OrderState.Unknown unknown
                ? Optional.of(unknown.since())
                : Optional.empty());
  }

  /** The orders whose position lacks its stop by now, those that are closed for it too. */
  public Unsettled naked() {
    return unsettled(world.orders().naked(BATCH), OrderState::nakedSince);
  }

  /**
   * Orders in a state that ought to be short.
   *
   * @param orders how many there are, of at most a hundred
   * @param longest how long that lasts already; zero when there is none
   */
  public record Unsettled(int orders, Duration longest) {}

  private Unsettled unsettled(
      List<Versioned<Order>> orders, Function<OrderState, Optional<Instant>> since) {
    Instant now = world.time().instant();
    Duration longest =
        orders.stream()
            .flatMap(order -> since.apply(order.value().state()).stream())
            .map(from -> Duration.between(from, now))
            .max(Duration::compareTo)
            .orElse(Duration.ZERO);
    return new Unsettled(orders.size(), longest);
  }

  /** A halt, or a change of one, that the order's decision did not see. */
  private Optional<Halt> overtaking(Order order) {
    return HaltScope.over(order.account(), order.user()).stream()
        .map(world.halts()::read)
        .filter(order.haltEpochs()::overtakenBy)
        .findFirst();
  }

  private int end(Versioned<Order> stored, OrderFact fact) {
    if (!(OrderRules.decide(stored.value(), fact) instanceof Move.To(var next))) {
      return 0;
    }
    Order order = stored.value();
    Instant now = world.time().instant();
    // First what makes it told even when this sweep ends right after the order is stored.
    world
        .queues()
        .report(new Report.OrderMoving(order.id(), order.account(), stored.version() + 1, now));
    if (world.orders().save(stored.with(order.with(next))) == Written.STALE) {
      return 0;
    }
    fills.book(
        new Report.OrderMoved(
            order.id(), order.account(), stored.version() + 1, next.label(), now));
    return 1;
  }
}
