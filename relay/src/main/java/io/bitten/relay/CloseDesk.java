package io.bitten.relay;

import io.bitten.core.Versioned;
import io.bitten.core.account.AccountId;
import io.bitten.core.account.Position;
import io.bitten.core.account.Ticket;
import io.bitten.core.order.CloseWish;
import io.bitten.core.order.Fill;
import io.bitten.core.order.Order;
import io.bitten.core.order.OrderState;
import io.bitten.core.order.RelayCommand;
import io.bitten.core.relay.Answer;
import io.bitten.core.relay.Look;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Takes exit commands and carries them out. Taking one stores it, as CLOSING or as a wish, and asks
 * the broker nothing: its message is finished at once and holds up no other. Closing what is closed
 * is success; what is stored is carried out until it is done.
 */
final class CloseDesk {
  private static final int WISHES = 200;

  /** For so long nobody is asked again whether there is a wish. */
  private static final Duration NONE_HOLDS = Duration.ofSeconds(5);

  private final RelayParts parts;
  private final ExitDesk exits;
  private final OrphanDesk orphans;

  private final Turns turns = new Turns();

  /** When an account was asked for its wishes and had none, by the ticker. */
  private final Map<AccountId, Long> noneAt = new ConcurrentHashMap<>();

  /** When this process first met each wish to close everything, by the ticker. */
  private final Map<CloseWish, Long> met = new ConcurrentHashMap<>();

  CloseDesk(RelayParts parts, ExitDesk exits, OrphanDesk orphans) {
    this.parts = parts;
    this.exits = exits;
    this.orphans = orphans;
  }

  StepOutcome take(RelayCommand.Close command, Line line) {
    Optional<Versioned<Order>> order = parts.moves().find(command.order());
    if (order.isEmpty() || !order.get().value().account().equals(line.account())) {
      return new StepOutcome.Refused("ORDER_UNKNOWN", "There is no order " + command.order() + ".");
    }
    OrderState state = order.get().value().state();
    Optional<Ticket> ticket = Holding.of(state).map(Fill::ticket);
    if (ticket.isPresent() && !ticket.get().equals(command.ticket())) {
      return new StepOutcome.Refused(
          "TICKET_DISAGREES", "Order " + command.order() + " holds ticket " + ticket.get() + ".");
    }
    if (state.terminal() || state instanceof OrderState.New) {
      return new StepOutcome.Finished("nothing is open: " + state.label());
    }
    CloseWish wish =
        new CloseWish(
            line.account(),
            new CloseWish.Target.Of(command.order()),
            command.reason(),
            command.header().issuedAt());
    if (!stored(order.get(), wish, line)) {
      keep(wish);
    }
    return new StepOutcome.Finished("the close is stored");
  }

  StepOutcome take(RelayCommand.CloseAll command, Line line) {
    keep(
        new CloseWish(
            line.account(),
            new CloseWish.Target.All(),
            command.reason(),
            command.header().issuedAt()));
    return new StepOutcome.Finished("every close is stored");
  }

  /**
   * One round: turns wishes into closes where it is known what to close, and tries the closes. A
   * store that does not say what is wished stops no close that is known.
   *
   * @param resolve asks the broker about orders in doubt, for a wish may mean them too
   */
  void carryOut(Line line, Runnable resolve) {
    Each.run(() -> fulfil(line, resolve), () -> closeStored(line));
  }

  private void fulfil(Line line, Runnable resolve) {
    List<CloseWish> wishes = wishes(line);
    if (wishes.isEmpty()) {
      return;
    }
    met.keySet().removeIf(one -> one.account().equals(line.account()) && !wishes.contains(one));
    Each.run(
        resolve,
        () ->
            Each.of(
                wishes,
                wish -> {
                  if (fulfilled(wish, line)) {
                    parts.ports().wishes().drop(wish);
                    met.remove(wish);
                  }
                }));
  }

  private void closeStored(Line line) {
    List<Versioned<Order>> closing =
        parts.open().of(line.account()).stream()
            .filter(order -> order.value().state() instanceof OrderState.Closing)
            .toList();
    // A route that does not answer keeps each try for its whole timeout.
    Each.whileTrue(
        turns.of(line.account(), closing),
        order -> exits.rests(order.value().id()) || answered(order, line));
  }

  /**
   * None stay none for some seconds, or until this relay takes one. Not for longer: a relay that
   * was replaced may still take a command that it was waiting for, and only stores what that asks.
   */
  private List<CloseWish> wishes(Line line) {
    long now = parts.ports().ticker().getAsLong();
    Long asked = noneAt.get(line.account());
    if (asked != null && now - asked < NONE_HOLDS.toNanos()) {
      return List.of();
    }
    // Noted before asking: a wish that is taken meanwhile takes the note away again.
    noneAt.put(line.account(), now);
    boolean none = false;
    try {
      List<CloseWish> wishes = parts.ports().wishes().of(line.account(), WISHES);
      none = wishes.isEmpty();
      return wishes;
    } finally {
      if (!none) {
        noneAt.remove(line.account());
      }
    }
  }

  private void keep(CloseWish wish) {
    parts.ports().wishes().keep(wish);
    noneAt.remove(wish.account());
  }

  /** Tries one close; whether the route answered at all. */
  private boolean answered(Versioned<Order> order, Line line) {
    if (!parts.inFlight().take(order.value().id(), line.account())) {
      return true;
    }
    try {
      turns.tried(order.value(), parts.ports().ticker().getAsLong());
      Answer answer = exits.carryOut(order, line);
      return !(answer instanceof Answer.Unknown || answer instanceof Answer.NotSent);
    } finally {
      parts.inFlight().release(order.value().id());
    }
  }

  private boolean fulfilled(CloseWish wish, Line line) {
    return switch (wish.target()) {
      case CloseWish.Target.Of one ->
          parts.moves().find(one.order()).map(order -> stored(order, wish, line)).orElse(true);
      case CloseWish.Target.All all -> {
        boolean listed = everyOneListed(wish);
        yield everyOneStored(wish, line)
            && noOrphanLeft(wish, line)
            && listed
            && parts.inFlight().count(line.account()) == 0;
      }
    };
  }

  /** Whether the order needs nothing more: it ended, or its close is stored. */
  private boolean stored(Versioned<Order> order, CloseWish wish, Line line) {
    return order.value().state().terminal()
        || exits.store(order, wish.reason(), line.last().look()).isPresent();
  }

  private boolean everyOneStored(CloseWish wish, Line line) {
    boolean stored = true;
    for (Versioned<Order> order : open(line)) {
      boolean concerned = !order.value().createdAt().isAfter(wish.at());
      stored &= !concerned || stored(order, wish, line);
    }
    return stored;
  }

  /**
   * Whether every order of before the wish is in the list by now. Measured from when this process
   * met the wish, for whoever asked has another clock.
   */
  private boolean everyOneListed(CloseWish wish) {
    long now = parts.ports().ticker().getAsLong();
    Long since = met.putIfAbsent(wish, now);
    return since != null && now - since > OpenOrders.INDEX_LAGS.toNanos();
  }

  /** Closes what has our magic and no order; what was opened after the wish is not meant by it. */
  private boolean noOrphanLeft(CloseWish wish, Line line) {
    if (!(line.look() instanceof Look.Complete look)) {
      return false;
    }
    List<Versioned<Order>> open = open(line);
    OrphanDesk.Scene scene = orphans.scene(line, look);
    List<Position> left =
        look.snapshot().positions().stream()
            .filter(position -> orphans.ours(position, scene))
            .filter(position -> !openedLater(position, wish, look))
            .filter(
                position ->
                    open.stream().noneMatch(order -> standsFor(order.value(), position, look)))
            .toList();
    left.forEach(orphan -> orphans.close(orphan, wish.reason(), scene));
    return left.isEmpty();
  }

  /**
   * A time to come is none: a broker's clock that is not known yet may be hours ahead, and then a
   * position is rather closed than left.
   */
  private static boolean openedLater(Position position, CloseWish wish, Look.Complete look) {
    return position.openedAt().isAfter(wish.at())
        && !position.openedAt().isAfter(look.snapshot().at());
  }

  private List<Versioned<Order>> open(Line line) {
    return parts.open().now(line.account());
  }

  private static boolean standsFor(Order order, Position position, Look.Complete look) {
    Optional<Ticket> ticket = Holding.of(order.state()).map(Fill::ticket);
    return Evidence.of(order, position, look) || ticket.equals(Optional.of(position.ticket()));
  }
}
