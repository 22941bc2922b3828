package io.bitten.local.sim;

import io.bitten.core.account.Position;
import io.bitten.core.order.OrderId;
import io.bitten.core.order.RouteName;
import io.bitten.core.relay.Answer;
import io.bitten.core.relay.Deal;
import io.bitten.core.relay.Entry;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The farm or the Expert Advisor in front of a terminal, with the guards it has: an id it knows or
 * that has a deal is not run again, an order past its deadline or from an older epoch is refused.
 */
final class LastHop {
  /** What a last hop checks before it sends. */
  enum Guard {
    DEDUPE,
    DEADLINE,
    EPOCH
  }

  /** How much it keeps in mind of what it was sent. */
  enum Knows {
    AWARE,
    DUMB
  }

  /** What it tells of the past. */
  enum Tells {
    EVERYTHING,
    EXITS,
    NOTHING
  }

  /** Which way it is on, and how much it knows. */
  record Kind(RouteName route, Knows knows, Tells tells) {}

  /** As the adapter of a farm answers, which is not played here with its names. */
  private static final Answer UNNAMED =
      new Answer.No("RELAY_SYMBOL_UNKNOWN", "There is no such pair.");

  private final Kind kind;
  private final Terminal terminal;
  private final Stage stage;
  private final Timeline time;
  private final Faults faults;
  private final Set<Guard> guards;
  private final Map<OrderId, Known> known = new HashMap<>();
  private long epoch;
  private int starts;

  private record Known(int attempt, Answer answer) {}

  LastHop(Terminal terminal, Stage stage, Kind kind, Set<Guard> missing) {
    this.kind = kind;
    this.terminal = terminal;
    this.stage = stage;
    this.time = stage.time();
    this.faults = stage.faults();
    this.guards =
        switch (kind.knows()) {
          case AWARE -> EnumSet.allOf(Guard.class);
          case DUMB -> EnumSet.noneOf(Guard.class);
        };
    guards.removeAll(missing);
  }

  Tells tells() {
    return kind.tells();
  }

  RouteName route() {
    return kind.route();
  }

  Terminal terminal() {
    return terminal;
  }

  /** Whether it is meant to keep orders from running twice or late, whatever was taken from it. */
  boolean aware() {
    return kind.knows() == Knows.AWARE;
  }

  /** An entry has arrived, in time, late, or once more. */
  Answer arrive(Entry entry) {
    if (!read(entry) && faults.often(Fault.FARM_FORGETS)) {
      known.clear();
      starts++;
    }
    return handled(entry);
  }

  /**
   * Whether the request is a second copy: only this memory could refuse it, so it is not lost
   * between the two.
   */
  private boolean read(Entry entry) {
    Known one = known.get(entry.id());
    return one != null && one.attempt() == entry.attempt();
  }

  /** How often it was started anew; what it had not read yet is gone each time. */
  int starts() {
    return starts;
  }

  /** The same request once more, read by the same process. */
  void arriveAgain(Entry entry, int start) {
    if (start == starts) {
      handled(entry);
    }
  }

  private Answer handled(Entry entry) {
    stage.checks().entries().arrives(this, entry);
    if (guards.contains(Guard.DEDUPE)) {
      Optional<Answer> before = before(entry);
      if (before.isPresent()) {
        return before.get();
      }
    }
    if (guards.contains(Guard.EPOCH) && entry.epoch() < epoch) {
      return new Answer.No("STALE_EPOCH", "A newer epoch has been seen.");
    }
    epoch = Math.max(epoch, entry.epoch());
    if (guards.contains(Guard.DEADLINE) && time.instant().isAfter(entry.deadline())) {
      return new Answer.No("EXPIRED", "The deadline has passed.");
    }
    stage.checks().entries().passes(this, entry);
    Answer answer = terminal.renamed() ? UNNAMED : terminal.open(entry);
    known.put(entry.id(), new Known(entry.attempt(), answer));
    return answer;
  }

  private Optional<Answer> before(Entry entry) {
    Known one = known.get(entry.id());
    boolean runs =
        one == null || (entry.attempt() > one.attempt() && one.answer() instanceof Answer.No);
    if (!runs) {
      return Optional.of(one.answer());
    }
    if (terminal.working().contains(entry.magic())) {
      return Optional.of(new Answer.Unknown("an order with this magic is being worked on"));
    }
    Optional<Deal> deal = terminal.broker().entry(entry.magic());
    return deal.map(
        done ->
            terminal
                .broker()
                .position(entry.magic())
                .map(LastHop::done)
                .orElse(new Answer.DoneUntold()));
  }

  private static Answer done(Position position) {
    return new Answer.Done(position.ticket(), position.openPrice(), position.lots());
  }
}
