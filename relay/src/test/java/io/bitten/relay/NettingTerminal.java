package io.bitten.relay;

import io.bitten.core.Some;
import io.bitten.core.account.Position;
import io.bitten.core.market.Lots;
import io.bitten.core.order.ExitReason;
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
import java.util.function.Function;

/** An account whose second entry goes into the position of its first, and does not say so. */
final class NettingTerminal implements Route {
  private final MemoryTerminal terminal;
  private final List<Deal> netted = new ArrayList<>();
  private int closes;

  /** What it answers to an entry that it netted. */
  Function<Answer.Done, Answer> answers = done -> done;

  NettingTerminal(MemoryTerminal terminal) {
    this.terminal = terminal;
  }

  int closes() {
    return closes;
  }

  @Override
  public RouteName name() {
    return terminal.name();
  }

  @Override
  public Answer open(Entry entry, Permit permit) {
    if (terminal.positions().isEmpty()) {
      return terminal.open(entry, permit);
    }
    Position one = terminal.positions().getFirst();
    terminal.show(
        SomePositions.with(
            one, new Lots(one.lots().value().add(entry.lots().value())), one.stopLoss()),
        "");
    netted.add(
        new Deal(
            one.ticket(),
            Deal.Side.ENTRY,
            one.symbol(),
            entry.lots(),
            one.openPrice(),
            Some.usd("0.00"),
            entry.magic(),
            entry.id().value(),
            ExitReason.OUTSIDE,
            one.openedAt()));
    return answers.apply(new Answer.Done(one.ticket(), one.openPrice(), entry.lots()));
  }

  @Override
  public Answer close(PositionClose close) {
    closes++;
    return terminal.close(close);
  }

  @Override
  public Answer modify(StopChange change) {
    return terminal.modify(change);
  }

  @Override
  public Look look() {
    return terminal.look();
  }

  @Override
  public History history(Instant since) {
    return switch (terminal.history(since)) {
      case History.Complete some -> {
        List<Deal> deals = new ArrayList<>(some.deals());
        deals.addAll(netted);
        yield new History.Complete(deals);
      }
      case History other -> other;
    };
  }

  @Override
  public RouteHealth health() {
    return terminal.health();
  }

  @Override
  public void reset() {
    terminal.reset();
  }
}
