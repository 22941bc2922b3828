package io.bitten.relay;

import io.bitten.core.Digest;
import io.bitten.core.Versioned;
import io.bitten.core.account.AccountId;
import io.bitten.core.market.Level;
import io.bitten.core.order.Attempt;
import io.bitten.core.order.Fill;
import io.bitten.core.order.Order;
import io.bitten.core.order.OrderFact;
import io.bitten.core.order.OrderRules;
import io.bitten.core.order.OrderState;
import io.bitten.core.order.Terms;
import io.bitten.core.relay.Answer;
import io.bitten.core.relay.Entry;
import io.bitten.core.relay.Permit;
import io.bitten.core.relay.Retcode;
import io.bitten.relay.journal.JournalBroken;
import io.bitten.relay.journal.JournalFact;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Sends a claimed entry once: the intent on the disk, one more look at deadline and halts, the
 * call, what is known of it stored, the intent closed. Between any two of these the process may
 * die.
 */
final class EntrySender {
  private static final Duration SOON = Duration.ofSeconds(1);

  private final RelayParts parts;
  private final OrderMoves moves;
  private final HaltWatch halts;
  private final Gates gates;
  private final StopDesk stops;

  EntrySender(RelayParts parts, HaltWatch halts, Gates gates, StopDesk stops) {
    this.parts = parts;
    this.moves = parts.moves();
    this.halts = halts;
    this.gates = gates;
    this.stops = stops;
  }

  StepOutcome send(Versioned<Order> claimed, Attempt attempt, Line line) {
    Instant now = now();
    Optional<RelayCaps.Breach> breach =
        line.caps().breach(claimed.value().terms(), open(claimed.value(), line), now);
    if (breach.isPresent()) {
      RelayCaps.Breach no = breach.get();
      moves.apply(claimed, new OrderFact.Refused(attempt, no.code(), no.sentence(), now));
      return new StepOutcome.Finished(no.code());
    }
    Entry entry = entry(claimed.value(), attempt);
    try {
      parts.ports().journal().appendForced(intent(entry, attempt));
    } catch (JournalBroken e) {
      moves.apply(claimed, new OrderFact.ProvenNotSent(attempt));
      return new StepOutcome.Later(SOON, String.valueOf(e.getMessage()));
    }
    return checked(claimed, attempt, line)
        .map(fact -> answered(claimed, attempt, fact))
        .orElseGet(() -> call(claimed, entry, line));
  }

  /**
   * How many positions there are or may be beside this order's: what the last complete look showed,
   * and every other order that may have one which it did not show. Nobody asks where no limit is.
   */
  private int open(Order claimed, Line line) {
    if (!line.caps().limitsOpen()) {
      return 0;
    }
    long unseen =
        parts.open().of(line.account()).stream()
            .map(Versioned::value)
            .filter(order -> !order.id().equals(claimed.id()) && mayHold(order.state()))
            .filter(order -> !line.shows(order) && !seen(order, line))
            .count();
    return line.open() + (int) unseen;
  }

  private static boolean seen(Order order, Line line) {
    return Holding.of(order.state()).flatMap(fill -> line.position(fill.ticket())).isPresent();
  }

  private static boolean mayHold(OrderState state) {
    return state instanceof OrderState.Submitting
        || state instanceof OrderState.Unknown
        || state instanceof OrderState.Filled;
  }

  /** What stands against sending now that the intent is written; nothing has left yet. */
  private Optional<OrderFact> checked(Versioned<Order> claimed, Attempt attempt, Line line) {
    Instant now = now();
    if (!now.isBefore(attempt.deadline()) || !parts.tenure().stillProven(attempt.owner())) {
      return Optional.of(new OrderFact.ProvenNotSent(attempt));
    }
    return switch (halts.check(claimed.value())) {
      case HaltWatch.Verdict.Passes passes ->
          gates.open(line) ? Optional.empty() : Optional.of(new OrderFact.ProvenNotSent(attempt));
      case HaltWatch.Verdict.Stopped s ->
          Optional.of(new OrderFact.HaltedUnsent(attempt, s.scope(), s.epoch(), now));
      case HaltWatch.Verdict.Unproven unproven -> Optional.of(new OrderFact.ProvenNotSent(attempt));
    };
  }

  private StepOutcome call(Versioned<Order> claimed, Entry entry, Line line) {
    Attempt attempt = ((OrderState.Submitting) claimed.value().state()).attempt();
    Answer answer = line.open(entry, permit(claimed.value(), attempt, line));
    try {
      StepOutcome outcome = answered(claimed, attempt, again(claimed.value(), answer, line));
      moves.find(entry.id()).ifPresent(order -> stops.protect(order, line));
      return outcome;
    } catch (RuntimeException e) {
      // A fill that cannot be stored has its stop all the same; the order is settled later.
      stops.hold(claimed.value(), line, line.look());
      throw e;
    }
  }

  /** All that spoke for sending it, as known here without asking anybody. */
  private Permit permit(Order order, Attempt attempt, Line line) {
    return () ->
        now().isBefore(attempt.deadline())
            && parts.tenure().holds(attempt.owner())
            && !line.shows(order)
            && halts.known(order) instanceof HaltWatch.Verdict.Passes;
  }

  /** Stores what is known of the attempt, and only then closes its intent in the journal. */
  private StepOutcome answered(Versioned<Order> claimed, Attempt attempt, OrderFact fact) {
    Optional<Versioned<Order>> next = moves.apply(claimed, fact);
    String what = fact.getClass().getSimpleName();
    if (parts.ports().journal().sound()) {
      parts
          .ports()
          .journal()
          .append(new JournalFact.Result(claimed.value().id(), attempt.number(), what));
    }
    if (next.isEmpty()) {
      // Another relay settled this attempt meanwhile, and may have freed the order for a second.
      return new StepOutcome.Later(SOON, "somebody else moved the order");
    }
    return next.get().value().state() instanceof OrderState.New
        ? new StepOutcome.Later(SOON, what)
        : new StepOutcome.Finished(what);
  }

  /** A requote is tried once more while attempts, time and the price collar allow. */
  private OrderFact again(Order order, Answer answer, Line line) {
    Attempt attempt = ((OrderState.Submitting) order.state()).attempt();
    return answer instanceof Answer.No no
            && Retcode.find(no.code()).filter(Retcode::passing).isPresent()
            && attempt.number() < OrderRules.MAX_ATTEMPTS
            && now().isBefore(order.deadline())
            && Collar.holds(order.terms(), line.look())
        ? new OrderFact.TurnedDown(attempt, no.code(), now())
        : own(order, fact(answer, attempt));
  }

  private List<Order> known(AccountId account) {
    return parts.open().of(account).stream().map(Versioned::value).toList();
  }

  /** A position that another order holds is no fill of this one: an account nets. */
  private OrderFact own(Order order, OrderFact fact) {
    return fact instanceof OrderFact.Accepted accepted
        ? Holding.other(order, accepted.fill().ticket(), known(order.account()))
            .<OrderFact>map(
                other ->
                    new OrderFact.AnswerLost(
                        OrderState.Unknown.SAID_DONE
                            + " in the position of order "
                            + other.id()
                            + ": the account nets",
                        now()))
            .orElse(fact)
        : fact;
  }

  private OrderFact fact(Answer answer, Attempt attempt) {
    Instant now = now();
    return switch (answer) {
      case Answer.Done a ->
          new OrderFact.Accepted(
              attempt, new Fill(a.ticket(), a.price(), a.lots(), Level.absent(), now));
      case Answer.Partial a ->
          new OrderFact.Accepted(
              attempt, new Fill(a.ticket(), a.price(), a.lots(), Level.absent(), now));
      case Answer.DoneUntold a ->
          new OrderFact.AnswerLost(
              (OrderState.Unknown.SAID_DONE + " ticket or price was not told " + a.told()).strip(),
              now);
      case Answer.Pending a -> new OrderFact.AnswerLost(a.why(), now);
      case Answer.Unknown a -> new OrderFact.AnswerLost(a.why(), now);
      case Answer.No a -> new OrderFact.Refused(attempt, a.code(), a.sentence(), now);
      case Answer.NotSent a -> new OrderFact.ProvenNotSent(attempt);
    };
  }

  private Instant now() {
    return parts.ports().time().instant();
  }

  private static JournalFact.Intent intent(Entry entry, Attempt attempt) {
    return new JournalFact.Intent(
        entry.id(),
        attempt.number(),
        attempt.route(),
        attempt.deadline(),
        Digest.hex(entry.toString()));
  }

  private static Entry entry(Order order, Attempt attempt) {
    Terms terms = order.terms();
    return new Entry(
        order.id(),
        attempt.number(),
        order.magic(),
        terms.symbol(),
        terms.direction(),
        terms.lots(),
        terms.stopLoss(),
        terms.takeProfit(),
        terms.deviationPoints(),
        attempt.deadline(),
        attempt.owner().epoch(),
        order.haltEpochs().sum());
  }
}
