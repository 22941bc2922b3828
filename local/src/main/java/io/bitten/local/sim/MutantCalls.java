package io.bitten.local.sim;

import io.bitten.core.account.Position;
import io.bitten.core.market.Direction;
import io.bitten.core.market.Level;
import io.bitten.core.order.RouteName;
import io.bitten.core.relay.Answer;
import io.bitten.core.relay.Entry;
import io.bitten.core.relay.Gate;
import io.bitten.core.relay.History;
import io.bitten.core.relay.Look;
import io.bitten.core.relay.Permit;
import io.bitten.core.relay.PositionClose;
import io.bitten.core.relay.Route;
import io.bitten.core.relay.RouteHealth;
import io.bitten.core.relay.StopChange;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/** A route whose sender asks for something else than it should. */
final class MutantCalls implements Route {
  static final Set<Mutant> MUTANTS =
      Set.of(
          Mutant.TURNS_DIRECTION,
          Mutant.DROPS_TARGET,
          Mutant.PERMIT_ALWAYS,
          Mutant.CIRCUIT_STAYS_OPEN,
          Mutant.CLOSES_THE_NEIGHBOUR,
          Mutant.HISTORY_NOT_OFFERED);

  private static final int MOST_FAILURES = 3;

  private final Mutant mutant;
  private final Route real;
  private List<Position> seen = List.of();
  private int failures;

  MutantCalls(Mutant mutant, Route real) {
    this.mutant = mutant;
    this.real = real;
  }

  @Override
  public RouteName name() {
    return real.name();
  }

  @Override
  public Answer open(Entry entry, Permit permit) {
    if (mutant == Mutant.CIRCUIT_STAYS_OPEN) {
      return counted(entry, permit);
    }
    return real.open(
        mutant == Mutant.TURNS_DIRECTION ? turned(entry) : entry,
        mutant == Mutant.PERMIT_ALWAYS ? Permit.always() : permit);
  }

  private Answer counted(Entry entry, Permit permit) {
    if (failures >= MOST_FAILURES) {
      return new Answer.NotSent("the circuit is open");
    }
    Answer answer = real.open(entry, permit);
    boolean failed = answer instanceof Answer.Unknown || answer instanceof Answer.NotSent;
    failures = failed ? failures + 1 : 0;
    return answer;
  }

  private static Entry turned(Entry one) {
    return new Entry(
        one.id(),
        one.attempt(),
        one.magic(),
        one.symbol(),
        one.direction() == Direction.BUY ? Direction.SELL : Direction.BUY,
        one.lots(),
        one.stopLoss(),
        one.takeProfit(),
        one.deviationPoints(),
        one.deadline(),
        one.epoch(),
        one.haltEpoch());
  }

  @Override
  public Answer close(PositionClose close) {
    return real.close(mutant == Mutant.CLOSES_THE_NEIGHBOUR ? neighbour(close) : close);
  }

  private PositionClose neighbour(PositionClose close) {
    return seen.stream()
        .filter(one -> one.magic().isOurs() && !one.ticket().equals(close.ticket()))
        .findFirst()
        .map(
            one ->
                new PositionClose(
                    close.id(),
                    one.ticket(),
                    one.symbol(),
                    one.direction(),
                    one.lots(),
                    one.magic()))
        .orElse(close);
  }

  @Override
  public Answer modify(StopChange change) {
    return real.modify(
        mutant == Mutant.DROPS_TARGET
            ? new StopChange(
                change.id(),
                change.ticket(),
                change.symbol(),
                change.stopLoss(),
                Level.absent(),
                change.magic())
            : change);
  }

  @Override
  public Gate.Answer gate(Gate wanted) {
    return real.gate(wanted);
  }

  @Override
  public Look look() {
    Look look = real.look();
    if (look instanceof Look.Complete complete) {
      seen = complete.snapshot().positions();
    }
    return look;
  }

  @Override
  public History history(Instant since) {
    return mutant == Mutant.HISTORY_NOT_OFFERED ? new History.NotOffered() : real.history(since);
  }

  @Override
  public RouteHealth health() {
    return real.health();
  }

  @Override
  public void reset() {
    real.reset();
  }
}
