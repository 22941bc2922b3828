package io.bitten.relay;

import io.bitten.core.account.Position;
import io.bitten.core.account.Ticket;
import io.bitten.core.order.Fill;
import io.bitten.core.order.Order;
import io.bitten.core.order.OrderState;
import io.bitten.core.relay.Deal;
import io.bitten.core.relay.Look;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Compares what the broker shows with what we have stored. Pure: it asks and changes nothing. */
public final class Diff {
  private Diff() {}

  /**
   * Every position and every order that holds one, each with what it is.
   *
   * @param open the account's orders that have not ended, read after the look was taken
   * @param known the order that a position which no open order stands for came from
   */
  public static List<Finding> of(
      List<Order> open,
      Look.Complete look,
      List<Deal> deals,
      Function<Position, Optional<Order>> known) {
    List<Finding> findings = new ArrayList<>();
    Map<Ticket, Order> standing = new HashMap<>();
    for (Order order : open) {
      Optional<Finding> shared = shared(order, open, look, deals);
      if (shared.isPresent()) {
        findings.add(shared.get());
        continue;
      }
      held(order, look)
          .ifPresentOrElse(
              position -> {
                standing.put(position.ticket(), order);
                findings.addAll(compared(order, position, look));
              },
              () ->
                  Holding.of(order.state())
                      .ifPresent(fill -> missing(order, fill, deals, findings)));
    }
    for (Position position : look.snapshot().positions()) {
      if (!standing.containsKey(position.ticket())) {
        findings.add(alone(position, known));
      }
    }
    deals.stream()
        .filter(deal -> deal.side() == Deal.Side.ANNULLED && deal.magic().isOurs())
        .forEach(deal -> findings.add(new Finding.Annulled(deal)));
    return List.copyOf(findings);
  }

  /** The position an order holds, or one that has its magic while it holds none. */
  static Optional<Position> held(Order order, Look.Complete look) {
    return Holding.of(order.state())
        .map(fill -> Evidence.position(fill.ticket(), look))
        .orElseGet(() -> Evidence.position(order, look));
  }

  /** What an order without a position became, where that is in the position of another. */
  private static Optional<Finding> shared(
      Order order, List<Order> open, Look.Complete look, List<Deal> deals) {
    if (Holding.of(order.state()).isPresent()) {
      return Optional.empty();
    }
    return Evidence.position(order, look)
        .map(Evidence::fill)
        .or(() -> Evidence.entry(order, deals))
        .map(Fill::ticket)
        .flatMap(
            ticket ->
                Holding.other(order, ticket, open)
                    .map(holder -> new Finding.Shared(order, holder, ticket)));
  }

  private static List<Finding> compared(Order order, Position position, Look.Complete look) {
    Optional<Fill> fill = Holding.of(order.state());
    if (fill.isEmpty()) {
      return List.of(new Finding.Adopted(order, position));
    }
    if (!(order.state() instanceof OrderState.Protected)) {
      return List.of(new Finding.Matched(order, position));
    }
    List<Finding> differences = new ArrayList<>();
    if (!Evidence.guarded(order, position, look.snapshot().specs())) {
      differences.add(new Finding.StopLost(order, position));
    } else if (!position.stopLoss().equals(fill.get().stopLoss())) {
      differences.add(new Finding.StopNearer(order, position));
    }
    if (position.lots().compareTo(fill.get().lots()) != 0) {
      differences.add(new Finding.LotsDiffer(order, position));
    }
    if (position.lots().compareTo(order.terms().lots()) > 0) {
      differences.add(new Finding.TooLarge(order, position));
    }
    return differences.isEmpty() ? List.of(new Finding.Matched(order, position)) : differences;
  }

  private static void missing(Order order, Fill fill, List<Deal> deals, List<Finding> findings) {
    if (Evidence.exit(fill.ticket(), deals).isEmpty()) {
      findings.add(new Finding.Ghost(order));
    }
  }

  private static Finding alone(Position position, Function<Position, Optional<Order>> known) {
    return known
        .apply(position)
        .map(order -> of(order, position))
        .orElseGet(
            () ->
                position.magic().isOurs()
                    ? new Finding.Stranger(position)
                    : new Finding.Foreign(position));
  }

  /** A list of orders may lag: the order lives, and the position is its fill. */
  private static Finding of(Order order, Position position) {
    Optional<Ticket> held = Holding.of(order.state()).map(Fill::ticket);
    if (held.filter(position.ticket()::equals).isPresent()) {
      return new Finding.Matched(order, position);
    }
    return order.state().terminal() || held.isPresent()
        ? new Finding.Late(order, position)
        : new Finding.Adopted(order, position);
  }
}
