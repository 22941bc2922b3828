package io.bitten.relay;

import io.bitten.core.Versioned;
import io.bitten.core.account.Position;
import io.bitten.core.account.Ticket;
import io.bitten.core.order.ExitReason;
import io.bitten.core.order.Fill;
import io.bitten.core.order.Order;
import io.bitten.core.order.OrderFact;
import io.bitten.core.order.OrderState;
import io.bitten.core.order.RelayCommand;
import io.bitten.core.relay.Look;
import io.bitten.core.relay.PositionClose;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Takes exit commands. Closing what is closed is success; a wish that is stored is never lost. */
final class CloseDesk {
  private static final int OPEN_ORDERS = 200;
  private static final Duration SOON = Duration.ofSeconds(1);
  private static final Duration LATER = Duration.ofSeconds(10);

  private final RelayParts parts;
  private final ExitDesk exits;
  private final StopDesk stops;

  CloseDesk(RelayParts parts, ExitDesk exits, StopDesk stops) {
    this.parts = parts;
    this.exits = exits;
    this.stops = stops;
  }

  StepOutcome close(RelayCommand.Close command, Line line) {
    Optional<Versioned<Order>> order = parts.moves().find(command.order());
    if (order.isEmpty() || !order.get().value().account().equals(line.account())) {
      return new StepOutcome.Refused("ORDER_UNKNOWN", "There is no order " + command.order() + ".");
    }
    Optional<Fill> fill = Holding.of(order.get().value().state());
    if (fill.isPresent() && !fill.get().ticket().equals(command.ticket())) {
      return new StepOutcome.Refused(
          "TICKET_DISAGREES",
          "Order " + command.order() + " holds ticket " + fill.get().ticket() + ".");
    }
    return close(order.get(), command.reason(), line);
  }

  /** Every order's position, then positions with our magic that no order stands for. */
  StepOutcome closeAll(RelayCommand.CloseAll command, Line line) {
    List<Versioned<Order>> open = parts.ports().orders().open(line.account(), OPEN_ORDERS);
    boolean stored = true;
    for (Versioned<Order> order : open) {
      stored &= close(order, command.reason(), line) instanceof StepOutcome.Finished;
    }
    if (!(line.look() instanceof Look.Complete look)) {
      return new StepOutcome.Later(SOON, "the positions cannot be read");
    }
    look.snapshot().positions().stream()
        .filter(position -> position.magic().isOurs())
        .filter(position -> open.stream().noneMatch(order -> standsFor(order.value(), position)))
        .forEach(position -> closeOrphan(position, line));
    return stored
        ? new StepOutcome.Finished("every close is stored")
        : new StepOutcome.Later(LATER, "an order may still become a position");
  }

  private StepOutcome close(Versioned<Order> order, ExitReason reason, Line line) {
    if (order.value().state().terminal()) {
      return new StepOutcome.Finished(order.value().state().label());
    }
    if (order.value().state() instanceof OrderState.New) {
      return new StepOutcome.Finished("nothing is open");
    }
    if (!parts.inFlight().take(order.value().id(), line.account())) {
      return new StepOutcome.Later(SOON, "another thread has the order");
    }
    try {
      return checked(order, line)
          .flatMap(ready -> exits.close(ready, reason, line))
          .<StepOutcome>map(closing -> new StepOutcome.Finished("the close is stored"))
          .orElse(new StepOutcome.Later(LATER, "no position is known yet"));
    } finally {
      parts.inFlight().release(order.value().id());
    }
  }

  /** A stop that cannot be looked at now counts as missing: the position is to go anyway. */
  private Optional<Versioned<Order>> checked(Versioned<Order> order, Line line) {
    if (!(order.value().state() instanceof OrderState.Filled)) {
      return Optional.of(order);
    }
    stops.protect(order, line);
    Optional<Versioned<Order>> now = parts.moves().find(order.value().id());
    return now.isPresent() && now.get().value().state() instanceof OrderState.Filled filled
        ? parts
            .moves()
            .apply(
                now.get(), new OrderFact.StopMissing(filled.fill(), parts.ports().time().instant()))
        : now;
  }

  private void closeOrphan(Position position, Line line) {
    line.close(
        new PositionClose(
            "O" + position.ticket(),
            position.ticket(),
            position.symbol(),
            position.direction(),
            position.lots(),
            position.magic()));
  }

  private static boolean standsFor(Order order, Position position) {
    Optional<Ticket> ticket = Holding.of(order.state()).map(Fill::ticket);
    return order.magic().equals(position.magic()) || ticket.equals(Optional.of(position.ticket()));
  }
}
