package io.bitten.relay;

import io.bitten.core.Versioned;
import io.bitten.core.order.Attempt;
import io.bitten.core.order.Order;
import io.bitten.core.order.OrderFact;
import io.bitten.core.order.OrderRules;
import io.bitten.core.order.OrderState;
import io.bitten.core.order.Owner;
import io.bitten.core.order.RelayCommand;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Takes entries: whatever stands against one is found before it is claimed, and the claim is the
 * compare-and-set that only one relay, one process and one thread can win.
 */
final class EntryDesk {
  private static final Duration SOON = Duration.ofSeconds(1);

  /** A second attempt goes only on a complete look not older than this. */
  private static final Duration FRESH = Duration.ofSeconds(3);

  /** The machine's limit on positions is judged only by a complete look not older than this. */
  private static final Duration COUNTED = Duration.ofSeconds(5);

  private final RelayParts parts;
  private final OrderMoves moves;
  private final HaltWatch halts;
  private final Gates gates;
  private final EntrySender sender;

  EntryDesk(RelayParts parts, HaltWatch halts, Gates gates, EntrySender sender) {
    this.parts = parts;
    this.moves = parts.moves();
    this.halts = halts;
    this.gates = gates;
    this.sender = sender;
  }

  StepOutcome step(RelayCommand.Open command, Line line) {
    if (!parts.inFlight().take(command.order(), line.account())) {
      return new StepOutcome.Later(SOON, "another thread has the order");
    }
    try {
      return moves
          .find(command.order())
          .map(order -> step(command, order, line))
          .orElse(
              new StepOutcome.Refused(
                  "ORDER_UNKNOWN", "There is no order " + command.order() + "."));
    } finally {
      parts.inFlight().release(command.order());
    }
  }

  private StepOutcome step(RelayCommand.Open command, Versioned<Order> order, Line line) {
    if (!agrees(command, order.value())) {
      return disagreeing(command, order);
    }
    if (order.value().state() instanceof OrderState.New fresh) {
      return stale(command, order.value())
          ? new StepOutcome.Finished("the command is too old")
          : claim(order, fresh, line);
    }
    if (order.value().state() instanceof OrderState.Submitting held) {
      return abandoned(order, held.attempt());
    }
    return new StepOutcome.Finished(order.value().state().label());
  }

  /**
   * Two papers of ours say different things and nobody can tell which is meant: neither is sent. A
   * command for another account says nothing about the order.
   */
  private StepOutcome disagreeing(RelayCommand.Open command, Versioned<Order> order) {
    if (command.header().account().equals(order.value().account())) {
      moves.apply(
          order,
          new OrderFact.Undeliverable(
              "its command says something else than the order", parts.ports().time().instant()));
    }
    return new StepOutcome.Refused(
        "COMMAND_DISAGREES", "The command is not what order " + command.order() + " says.");
  }

  private StepOutcome claim(Versioned<Order> order, OrderState.New fresh, Line line) {
    Instant now = parts.ports().time().instant();
    Order value = order.value();
    if (!now.isBefore(value.deadline())) {
      return moved(order, new OrderFact.DeadlinePassedUnclaimed(now));
    }
    HaltWatch.Verdict verdict = halts.check(value);
    // Only now: an owner nobody has read the halts of would shut the gate for everybody.
    gates.owner(line.account(), value.user());
    switch (verdict) {
      case HaltWatch.Verdict.Passes passes -> {}
      case HaltWatch.Verdict.Stopped stopped -> {
        return moved(order, new OrderFact.Halted(stopped.scope(), stopped.epoch(), now));
      }
      case HaltWatch.Verdict.Unproven unproven -> {
        return new StepOutcome.Later(SOON, unproven.why());
      }
    }
    if (!gates.open(line)) {
      return new StepOutcome.Later(SOON, "the last hop's gate is shut");
    }
    Optional<String> hindrance = hindrance(order.value(), fresh, line);
    if (hindrance.isPresent()) {
      return new StepOutcome.Later(Duration.between(now, value.deadline()), hindrance.get());
    }
    Optional<String> unseen = unseen(fresh, line);
    if (unseen.isPresent()) {
      return new StepOutcome.Later(SOON, unseen.get());
    }
    Optional<Owner> owner = parts.tenure().proven();
    if (owner.isEmpty()) {
      return new StepOutcome.Later(SOON, "the lease is not proven: " + parts.tenure().state());
    }
    Attempt attempt =
        new Attempt(fresh.attempts() + 1, line.name(), owner.get(), end(now, value.deadline()));
    return moves
        .apply(order, new OrderFact.Claimed(attempt, now))
        .map(claimed -> sender.send(claimed, attempt, line))
        .orElse(new StepOutcome.Later(SOON, "somebody else moved the order"));
  }

  /** What keeps a NEW order unsent until it expires, unless it passes. */
  private Optional<String> hindrance(Order order, OrderState.New fresh, Line line) {
    if (!parts.ports().journal().sound()) {
      return Optional.of("the journal is broken");
    }
    if (line.circuit() == CircuitBreaker.State.OPEN) {
      return Optional.of("the route keeps failing");
    }
    if (line.shows(order)) {
      return Optional.of("the broker shows what an attempt became");
    }
    return fresh.attempts() >= OrderRules.MAX_ATTEMPTS
        ? Optional.of("every attempt is used")
        : Optional.empty();
  }

  /** What the broker has to show before the order may be claimed. */
  private Optional<String> unseen(OrderState.New fresh, Line line) {
    if (fresh.attempts() > 0 && line.seen(FRESH).isEmpty()) {
      return Optional.of("what the first attempt became has to be looked at");
    }
    if (!line.caps().limitsOpen()) {
      return Optional.empty();
    }
    // Known from here on: a store that is silent after the claim must not leave the order in doubt.
    parts.open().of(line.account());
    return line.seen(COUNTED).isEmpty()
        ? Optional.of("how many positions are open has to be looked at")
        : Optional.empty();
  }

  /** SUBMITTING, and no thread here has it: its process died, or its outcome was not stored. */
  private StepOutcome abandoned(Versioned<Order> order, Attempt attempt) {
    Instant now = parts.ports().time().instant();
    if (!parts.tenure().outlived(attempt.owner())
        && now.isBefore(attempt.deadline().plus(parts.settings().horizon()))) {
      return new StepOutcome.Later(SOON, "relay " + attempt.owner().relay() + " has the order");
    }
    return moved(order, new OrderFact.AnswerLost("its relay ended before the answer", now));
  }

  private StepOutcome moved(Versioned<Order> order, OrderFact fact) {
    return moves
        .apply(order, fact)
        .<StepOutcome>map(stored -> new StepOutcome.Finished(stored.value().state().label()))
        .orElse(new StepOutcome.Later(SOON, "somebody else moved the order"));
  }

  private Instant end(Instant now, Instant deadline) {
    Instant end = now.plus(parts.settings().attemptLives());
    return end.isBefore(deadline) ? end : deadline;
  }

  /** Past the command's own time, though not the order's: another command may still carry it. */
  private boolean stale(RelayCommand.Open command, Order order) {
    Instant now = parts.ports().time().instant();
    return !now.isBefore(command.header().expiresAt()) && now.isBefore(order.deadline());
  }

  private static boolean agrees(RelayCommand.Open command, Order order) {
    return command.header().account().equals(order.account())
        && command.magic().equals(order.magic())
        && command.terms().equals(order.terms());
  }
}
