package io.bitten.local.sim;

import io.bitten.core.account.AccountSnapshot;
import io.bitten.core.order.RouteName;
import io.bitten.core.relay.Answer;
import io.bitten.core.relay.Deal;
import io.bitten.core.relay.Entry;
import io.bitten.core.relay.History;
import io.bitten.core.relay.Look;
import io.bitten.core.relay.Permit;
import io.bitten.core.relay.PositionClose;
import io.bitten.core.relay.Route;
import io.bitten.core.relay.RouteHealth;
import io.bitten.core.relay.StopChange;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

/** One relay process's way to a last hop, over a network that loses, delays and repeats. */
final class SimRoute implements Route {
  /** How long the relay waits for an answer. */
  static final long TIMEOUT_MS = 5_000;

  private static final long SOON_MS = 9_000;
  private static final long TWICE_MS = 8_000;

  /** What a history may lack that says it is whole. */
  private static final long LAGS_MS = 3_000;

  /** Longer than an attempt, and than a relay's proof that nothing is halted. */
  private static final long SLOWEST_MS = 12_000;

  /** By then a relay that waited in vain was restarted, and has mostly sent another entry. */
  private static final long RESTARTED_MS = TIMEOUT_MS + 1_800;

  /** Just before the attempt's own deadline. */
  private static final long RESTARTED_UNTIL_MS = TIMEOUT_MS + 2_900;

  private static final long LATE_FOR_DUMB_MS = 20_000;
  private static final long LATE_FOR_AWARE_MS = 60_000;

  private final SimProcess process;
  private final LastHop hop;
  private final Stage stage;
  private final Faults faults;

  SimRoute(SimProcess process, LastHop hop, Stage stage) {
    this.process = process;
    this.hop = hop;
    this.stage = stage;
    this.faults = stage.faults();
  }

  @Override
  public RouteName name() {
    return hop.route();
  }

  @Override
  public Answer open(Entry entry, Permit permit) {
    process.point();
    if (faults.often(Fault.CONNECT_REFUSED)) {
      process.await(5);
      return new Answer.NotSent("connection refused");
    }
    connect();
    if (!permit.holds()) {
      return new Answer.NotSent("what spoke for it ended before the first byte");
    }
    stage.checks().entries().leaves(entry, process, hop.terminal().account());
    if (hop.aware() && faults.often(Fault.REQUEST_TWICE)) {
      int start = hop.starts();
      stage.time().moment(faults.between(20, TWICE_MS), () -> hop.arriveAgain(entry, start));
    }
    Answer answer =
        hop.aware() && faults.often(Fault.RESTART) && !process.young()
            ? restarted(entry)
            : asked(() -> hop.arrive(entry), transit(latest()));
    stage.story().tell(process.name(), "sent " + entry.id() + " by " + hop.route() + ": " + answer);
    process.point();
    return answer;
  }

  @Override
  public Answer close(PositionClose close) {
    process.point();
    if (faults.often(Fault.CONNECT_REFUSED)) {
      process.await(5);
      return new Answer.NotSent("connection refused");
    }
    twice(Fault.CLOSE_TWICE, () -> hop.terminal().close(close));
    Answer answer = asked(() -> hop.terminal().close(close), transit(LATE_FOR_DUMB_MS));
    stage.story().tell(process.name(), "closes " + close.ticket() + ": " + answer);
    process.point();
    return answer;
  }

  @Override
  public Answer modify(StopChange change) {
    process.point();
    twice(Fault.MODIFY_TWICE, () -> hop.terminal().modify(change));
    Answer answer = asked(() -> hop.terminal().modify(change), transit(LATE_FOR_DUMB_MS));
    stage.story().tell(process.name(), "puts the stop on " + change.ticket() + ": " + answer);
    process.point();
    return answer;
  }

  /** The same request once more, some time later, whoever may be waiting for it. */
  private void twice(Fault fault, Runnable effect) {
    if (faults.often(fault)) {
      stage.time().moment(faults.between(20, TWICE_MS), effect);
    }
  }

  /** It arrives when its relay has another process, and mostly that one's entry before it. */
  private Answer restarted(Entry entry) {
    stage.time().moment(TIMEOUT_MS + faults.between(400, 800), hop.terminal()::waitsInVain);
    stage.time().moment(faults.between(RESTARTED_MS, RESTARTED_UNTIL_MS), () -> hop.arrive(entry));
    process.pointAfterSending();
    process.await(TIMEOUT_MS);
    process.restart();
    return new Answer.Unknown("no answer in time");
  }

  private long latest() {
    return hop.aware() ? LATE_FOR_AWARE_MS : LATE_FOR_DUMB_MS;
  }

  private void connect() {
    if (!faults.often(Fault.CONNECT_SLOW)) {
      process.await(faults.between(1, 3));
      return;
    }
    long slow = faults.between(500, SLOWEST_MS);
    // One thread plays all: a step that waits holds up those that it interrupted.
    faults.trouble(slow);
    process.await(slow);
  }

  private long transit(long latest) {
    long usual = faults.between(5, 60);
    return faults.often(Fault.REQUEST_LATE)
        ? faults.between(1_000, faults.percent(60) ? SOON_MS : latest)
        : usual;
  }

  /** Sends a request and waits for its answer; it may have its effect with nobody waiting. */
  private Answer asked(Supplier<Answer> effect, long transit) {
    List<Answer> answers = new ArrayList<>(1);
    if (!faults.often(Fault.REQUEST_LOST)) {
      stage.time().moment(transit, () -> answers.add(effect.get()));
    }
    long sentAt = stage.time().now();
    process.pointAfterSending();
    process.await(Math.min(transit + faults.between(5, 60), TIMEOUT_MS));
    if (answers.isEmpty() || faults.often(Fault.ANSWER_LOST)) {
      process.await(Math.max(TIMEOUT_MS - (stage.time().now() - sentAt), 0));
      faults.trouble(0);
      return new Answer.Unknown("no answer in time");
    }
    return answers.getFirst();
  }

  @Override
  public Look look() {
    process.point();
    long asked = stage.time().now();
    process.await(faults.between(5, 40));
    Look look;
    if (!hop.terminal().connected()) {
      look = new Look.Incomplete("the terminal is not connected");
    } else if (hop.terminal().silent()) {
      look = new Look.Incomplete("no answer in time");
    } else {
      Terminal terminal = hop.terminal();
      AccountSnapshot shown = terminal.shown(process.clock().instant());
      look = new Look.Complete(shown, terminal.broker().comments(), Set.of());
      process.looked(shown, asked);
    }
    process.point();
    return look;
  }

  @Override
  public History history(Instant since) {
    process.point();
    process.await(faults.between(5, 40));
    if (!hop.terminal().synced() || faults.hit(Fault.LOOK_FAILS)) {
      return new History.Incomplete("the history is not synchronised");
    }
    Instant until =
        faults.hit(Fault.HISTORY_LAGS)
            ? stage.time().at(stage.time().now() - LAGS_MS)
            : Instant.MAX;
    List<Deal> deals =
        hop.terminal().broker().deals().stream()
            .filter(deal -> deal.at().isAfter(since) && !deal.at().isAfter(until))
            .toList();
    return switch (hop.tells()) {
      case EVERYTHING -> new History.Complete(deals);
      case EXITS -> new History.ExitsOnly(hop.terminal().broker().ended(since));
      case NOTHING -> new History.NotOffered();
    };
  }

  @Override
  public RouteHealth health() {
    return new RouteHealth.Up("simulated");
  }

  @Override
  public void reset() {
    process.point();
  }
}
