package io.bitten.relay;

import io.bitten.core.Versioned;
import io.bitten.core.Written;
import io.bitten.core.account.Position;
import io.bitten.core.account.Ticket;
import io.bitten.core.halt.Halt;
import io.bitten.core.halt.HaltScope;
import io.bitten.core.order.Move;
import io.bitten.core.order.Order;
import io.bitten.core.order.OrderFact;
import io.bitten.core.order.OrderRules;
import io.bitten.core.order.OrderState;
import io.bitten.core.order.Orphan;
import io.bitten.core.relay.Deal;
import io.bitten.core.relay.History;
import io.bitten.core.relay.Look;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Compares one account with its orders and acts on what only a comparison shows. Everything that
 * has a desk of its own (doubtful orders, exits, stops after the fill) is left to it.
 */
final class Reconciler {
  /** A position is nobody's only after it was so for this long: its order may just be stored. */
  static final Duration QUIET = Duration.ofSeconds(3);

  /** How long an order may hold a position that nobody shows before people are told. */
  static final Duration GHOST_AFTER = Duration.ofMinutes(5);

  /** A terminal may show for some seconds what has been closed. */
  private static final Duration LAGS = Duration.ofSeconds(5);

  private static final Duration HISTORY_BEFORE = Duration.ofHours(1);

  private final RelayParts parts;
  private final Line line;
  private final OrphanDesk orphans;
  private final Consumer<Halt> take;
  private final Map<Object, Long> since = new HashMap<>();
  private final Set<Ticket> halted = new HashSet<>();

  /**
   * @param take lets a halt take effect here
   */
  Reconciler(RelayParts parts, Line line, OrphanDesk orphans, Consumer<Halt> take) {
    this.parts = parts;
    this.line = line;
    this.orphans = orphans;
    this.take = take;
  }

  /**
   * One comparison by a look of its own; nothing is found when the look is not complete.
   *
   * @param orders reads the account's open orders; called after the look
   */
  synchronized List<Reconciled> round(Supplier<List<Versioned<Order>>> orders) {
    if (!(line.look() instanceof Look.Complete look)) {
      return List.of();
    }
    List<Versioned<Order>> open = orders.get();
    List<Order> values = open.stream().map(Versioned::value).toList();
    OrphanDesk.Scene scene = orphans.scene(line, look);
    List<Finding> findings =
        Diff.of(values, look, deals(open), position -> orphans.order(position, scene));
    since.keySet().retainAll(findings.stream().map(Reconciler::subject).toList());
    List<Reconciled> found =
        findings.stream().flatMap(finding -> acted(finding, open, scene).stream()).toList();
    orphans.settle(scene, values);
    return found;
  }

  /** What was found and still is so when it was acted on. */
  private Optional<Reconciled> acted(
      Finding finding, List<Versioned<Order>> open, OrphanDesk.Scene scene) {
    long now = parts.ports().ticker().getAsLong();
    long first = since.computeIfAbsent(subject(finding), subject -> now);
    Duration age = Duration.ofNanos(now - first);
    switch (finding) {
      case Finding.Stranger stranger -> met(stranger.position(), age, scene);
      case Finding.Shared shared ->
          halt(shared.ticket(), "is shared by two orders: the account nets positions");
      case Finding.StopNearer nearer -> changed(nearer.order(), nearer.position(), open);
      case Finding.LotsDiffer differ -> changed(differ.order(), differ.position(), open);
      case Finding.Late late when late.had() && age.compareTo(LAGS) < 0 -> {
        return Optional.empty();
      }
      case Finding.Late late when !orphans.end(late.order(), late.position(), scene) -> {
        // The order ended between the look and the reading of it, and its position with it.
        return Optional.empty();
      }
      case Finding.Late late -> {}
      case Finding.TooLarge large -> {}
      case Finding.StopLost lost -> {}
      case Finding.Matched matched -> {}
      case Finding.Adopted adopted when adopted.order().state() instanceof OrderState.New ->
          parts
              .moves()
              .find(adopted.order().id())
              .map(Versioned::value)
              .filter(order -> order.state() instanceof OrderState.New)
              .ifPresent(order -> waiting(order, adopted.position(), scene));
      case Finding.Adopted adopted -> {}
      case Finding.Foreign foreign -> {}
      case Finding.Ghost ghost -> {}
      case Finding.Annulled annulled -> {}
    }
    return Optional.of(new Reconciled(finding, age));
  }

  /**
   * What an order became that waits, as it was read for this: the list that shows it so may lag
   * behind its fill, which has its own desks. Past its deadline nobody adopts it, only the sweep
   * has not said so yet: it is a late execution. Nothing is stored: a full disk would forbid it.
   */
  private void waiting(Order order, Position position, OrphanDesk.Scene scene) {
    Instant now = parts.ports().time().instant();
    if (OrderRules.decide(order, new OrderFact.DeadlinePassedUnclaimed(now))
        instanceof Move.To to) {
      orphans.end(order.with(to.next()), position, scene);
    } else {
      orphans.guarded(order, position, scene.line());
    }
  }

  /** Nobody's, and for long enough: a person decides. Before, it only gets a stop. */
  private void met(Position position, Duration age, OrphanDesk.Scene scene) {
    if (age.compareTo(QUIET) >= 0) {
      halt(position.ticket(), "has a magic of ours and no order");
      orphans.leave(position, scene);
    } else {
      orphans.stopped(position, scene);
      recall(position.ticket(), scene);
    }
  }

  /**
   * Seen for the first time by this process: what one before it found, and a person lifted the halt
   * for since, halts no more.
   */
  private void recall(Ticket position, OrphanDesk.Scene scene) {
    Orphan known = scene.stored().get(position);
    HaltScope scope = new HaltScope.OneAccount(line.account());
    if (known != null
        && parts.ports().halts().read(scope) instanceof Halt.Lifted lifted
        && known.foundAt().isBefore(lifted.at())) {
      halted.add(position);
    }
  }

  /**
   * Nobody knows what it is: nothing opens in the account until a person has looked. Once for each,
   * so that lifting the halt holds.
   */
  private void halt(Ticket position, String what) {
    HaltScope scope = new HaltScope.OneAccount(line.account());
    if (halted.contains(position)) {
      return;
    }
    Halt now = parts.ports().halts().read(scope);
    if (now instanceof Halt.Active) {
      return;
    }
    Halt next =
        new Halt.Active(
            scope,
            now.epoch() + 1,
            "relay " + parts.boot().relay(),
            "position " + position + " " + what,
            parts.ports().time().instant());
    if (parts.ports().halts().write(next) == Written.STORED) {
      halted.add(position);
      take.accept(next);
    }
  }

  private void changed(Order order, Position position, List<Versioned<Order>> open) {
    with(
        order,
        open,
        one ->
            parts
                .moves()
                .apply(
                    one,
                    new OrderFact.PositionChanged(
                        Evidence.fill(position), parts.ports().time().instant())));
  }

  private void with(Order order, List<Versioned<Order>> open, Consumer<Versioned<Order>> act) {
    if (!parts.inFlight().take(order.id(), line.account())) {
      return;
    }
    try {
      open.stream().filter(one -> one.value().id().equals(order.id())).findFirst().ifPresent(act);
    } finally {
      parts.inFlight().release(order.id());
    }
  }

  private List<Deal> deals(List<Versioned<Order>> open) {
    if (open.isEmpty()) {
      return List.of();
    }
    Instant oldest =
        open.stream().map(one -> one.value().createdAt()).min(Instant::compareTo).orElseThrow();
    return switch (line.history(oldest.minus(HISTORY_BEFORE))) {
      case History.Complete history -> history.deals();
      case History.ExitsOnly some -> some.deals();
      case History.NotOffered none -> List.of();
      case History.Incomplete incomplete -> List.of();
    };
  }

  private static Object subject(Finding finding) {
    return switch (finding) {
      case Finding.Matched f -> f.order().id();
      case Finding.Adopted f -> f.order().id();
      case Finding.Shared f -> f.order().id();
      case Finding.Ghost f -> f.order().id();
      case Finding.LotsDiffer f -> f.order().id();
      case Finding.TooLarge f -> f.order().id();
      case Finding.StopLost f -> f.order().id();
      case Finding.StopNearer f -> f.order().id();
      case Finding.Late f -> f.position().ticket();
      case Finding.Stranger f -> f.position().ticket();
      case Finding.Foreign f -> f.position().ticket();
      case Finding.Annulled f -> f.deal().position();
    };
  }
}
