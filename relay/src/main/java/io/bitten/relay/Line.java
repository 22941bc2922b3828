package io.bitten.relay;

import io.bitten.core.account.AccountId;
import io.bitten.core.account.Position;
import io.bitten.core.account.Ticket;
import io.bitten.core.order.Order;
import io.bitten.core.order.RouteName;
import io.bitten.core.relay.Answer;
import io.bitten.core.relay.Entry;
import io.bitten.core.relay.Gate;
import io.bitten.core.relay.History;
import io.bitten.core.relay.Look;
import io.bitten.core.relay.Permit;
import io.bitten.core.relay.PositionClose;
import io.bitten.core.relay.Route;
import io.bitten.core.relay.StopChange;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.LongSupplier;

/** One account's route with its circuits, its caps and the last look through it. */
final class Line {
  private final AccountId account;
  private final Route route;
  private final RelayCaps caps;
  private final LongSupplier ticker;

  /** Apart, so that a route which answers every question and carries out nothing is found out. */
  private final CircuitBreaker looks;

  private final CircuitBreaker trades;
  private final Gone gone = new Gone();
  private volatile Seen last;
  private volatile Seen shown;

  /**
   * A look and when it was asked for.
   *
   * @param askedAt the ticker's nanoseconds
   */
  record Seen(Look look, long askedAt) {}

  Line(AccountId account, Route route, RelayCaps caps, LongSupplier ticker) {
    this.account = account;
    this.route = route;
    this.caps = caps;
    this.ticker = ticker;
    this.looks = new CircuitBreaker(ticker);
    this.trades = new CircuitBreaker(ticker);
    this.last = new Seen(new Look.Incomplete("not looked yet"), ticker.getAsLong());
    this.shown = last;
  }

  AccountId account() {
    return account;
  }

  /** Which of its positions are gone; a ticket is one account's own. */
  Gone gone() {
    return gone;
  }

  RelayCaps caps() {
    return caps;
  }

  RouteName name() {
    return route.name();
  }

  /** Of its looks and its trades, the one that stands worse. */
  CircuitBreaker.State circuit() {
    return CircuitBreaker.State.worse(looks.state(), trades.state());
  }

  /** What was withheld here says nothing of the route. */
  Answer open(Entry entry, Permit permit) {
    AtomicBoolean held = new AtomicBoolean(true);
    Answer answer =
        route.open(
            entry,
            () -> {
              held.set(permit.holds());
              return held.get();
            });
    return held.get() ? counted(answer) : answer;
  }

  Answer close(PositionClose close) {
    return counted(route.close(close));
  }

  Answer modify(StopChange change) {
    return counted(route.modify(change));
  }

  Gate.Answer gate(Gate wanted) {
    return route.gate(wanted);
  }

  Look look() {
    long askedAt = ticker.getAsLong();
    Look look = route.look();
    switch (look) {
      case Look.Complete complete -> looks.succeeded();
      case Look.Incomplete incomplete -> looks.failed();
    }
    remember(new Seen(look, askedAt));
    return look;
  }

  /** Several threads look at once: a slow look says nothing over one that was asked for later. */
  private synchronized void remember(Seen seen) {
    if (seen.askedAt() - last.askedAt() >= 0) {
      last = seen;
    }
    if (seen.look() instanceof Look.Complete && seen.askedAt() - shown.askedAt() >= 0) {
      shown = seen;
    }
  }

  /** Our positions in the last complete look. */
  int open() {
    return switch (shown.look()) {
      case Look.Incomplete incomplete -> 0;
      case Look.Complete complete ->
          (int)
              complete.snapshot().positions().stream()
                  .filter(position -> Evidence.marked(position, complete))
                  .count();
    };
  }

  /** The account first, its circuit and, after the comma, what the last look said; for people. */
  String state() {
    String seen =
        switch (last.look()) {
          case Look.Complete complete -> "up";
          case Look.Incomplete incomplete -> incomplete.why();
        };
    return account + " " + route.name() + " circuit " + circuit() + ", " + seen;
  }

  Seen last() {
    return last;
  }

  /** The last look, where it is complete and was asked for not longer ago than that. */
  Optional<Look.Complete> seen(Duration most) {
    Seen seen = last;
    return seen.look() instanceof Look.Complete complete
            && ticker.getAsLong() - seen.askedAt() <= most.toNanos()
        ? Optional.of(complete)
        : Optional.empty();
  }

  /** Whether the last complete look showed what an attempt at the order became. */
  boolean shows(Order order) {
    return shown.look() instanceof Look.Complete look && Evidence.position(order, look).isPresent();
  }

  /** The position as the last complete look showed it. */
  Optional<Position> position(Ticket ticket) {
    return shown.look() instanceof Look.Complete look
        ? Evidence.position(ticket, look)
        : Optional.empty();
  }

  History history(Instant since) {
    return route.history(since);
  }

  void reset() {
    route.reset();
  }

  private Answer counted(Answer answer) {
    switch (answer) {
      case Answer.Done done -> trades.succeeded();
      case Answer.Partial partial -> trades.succeeded();
      case Answer.DoneUntold done -> trades.succeeded();
      case Answer.No no -> trades.succeeded();
      case Answer.Pending pending -> {}
      case Answer.Unknown unknown -> trades.failed();
      case Answer.NotSent notSent -> trades.failed();
    }
    return answer;
  }
}
