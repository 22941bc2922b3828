package io.bitten.local.sim;

import io.bitten.adapters.json.Json;
import io.bitten.core.account.Magic;
import io.bitten.core.chat.Incoming;
import io.bitten.core.chat.Outgoing;
import io.bitten.core.chat.Queues;
import io.bitten.core.fill.Report;
import io.bitten.core.fire.FireRequest;
import io.bitten.core.halt.HaltPage;
import io.bitten.core.market.Lots;
import io.bitten.core.market.Price;
import io.bitten.core.order.RelayCommand;
import io.bitten.core.order.Terms;
import java.time.Duration;
import java.util.List;

/** The cloud's way to the queues; groups and names are those of the real one. */
final class SimQueues implements Queues {
  private static final long OTHERS = 1_000_000;

  private final Wires wires;
  private final Caller caller;
  private final Faults faults;
  private final VainCommands vain;

  SimQueues(Wires wires, Caller caller, Stage stage) {
    this.wires = wires;
    this.caller = caller;
    this.faults = stage.faults();
    this.vain = new VainCommands(stage, wires);
  }

  @Override
  public void fire(FireRequest request) {
    sent(
        () ->
            wires
                .fires()
                .send(
                    request.user().value(),
                    request.offer() + ":" + request.askedBy(),
                    Json.write(request)));
  }

  @Override
  public void relay(RelayCommand command) {
    FifoQueue<String> queue = command instanceof RelayCommand.Open ? wires.orders() : wires.exits();
    sent(
        () ->
            queue.send(
                command.header().account().value(),
                command.header().id(),
                wires.envelope().apply(written(command))));
    vain.beside(command, queue);
  }

  private RelayCommand written(RelayCommand command) {
    return command instanceof RelayCommand.Open open && faults.hit(Fault.COMMAND_WRONG)
        ? wrong(open)
        : command;
  }

  /** Another order's magic, or terms that nobody agreed to. */
  private RelayCommand wrong(RelayCommand.Open open) {
    Terms terms = open.terms();
    return switch (faults.below(3)) {
      case 0 ->
          new RelayCommand.Open(
              open.header(), open.order(), new Magic(open.magic().value() + OTHERS), terms);
      case 1 -> with(open, new Lots(terms.lots().value().movePointRight(1)), terms.stopLoss());
      default -> with(open, terms.lots(), terms.takeProfit());
    };
  }

  private static RelayCommand with(RelayCommand.Open open, Lots lots, Price stop) {
    Terms terms = open.terms();
    return new RelayCommand.Open(
        open.header(),
        open.order(),
        open.magic(),
        new Terms(
            terms.symbol(),
            terms.direction(),
            lots,
            terms.shownPrice(),
            stop,
            terms.takeProfit(),
            terms.risk(),
            terms.deviationPoints()));
  }

  @Override
  public void halt(HaltPage page) {
    String name = page.askedBy() + "-" + page.halt().epoch() + "-" + page.after();
    sent(() -> wires.halts().send(name, name, Json.write(page)));
  }

  /** Only sweeps send one. */
  @Override
  public void report(Report report) {
    if (!(report instanceof Report.OrderMoving moving)) {
      throw notPlayed();
    }
    String once = "moving:" + moving.order() + ":" + moving.version();
    sent(() -> wires.reports().send(moving.account().value(), once, Wires.written(moving)));
  }

  private void sent(Runnable effect) {
    caller.before("Queues.send");
    if (faults.hit(Fault.SEND_FAILS)) {
      throw new StoreTrouble("Queues.send: throttled");
    }
    effect.run();
    if (faults.hit(Fault.SEND_UNSURE)) {
      throw new StoreTrouble("Queues.send: no answer");
    }
    caller.after("Queues.send");
  }

  @Override
  public void update(Incoming incoming) {
    throw notPlayed();
  }

  @Override
  public void message(List<Outgoing> outgoing) {
    // Nobody reads the chats here; that a send may fail and repeat its step counts.
    sent(() -> {});
  }

  @Override
  public void messageAgain(String receipt, Duration after) {
    throw notPlayed();
  }

  @Override
  public void billing(String eventId, String json) {
    throw notPlayed();
  }

  private static UnsupportedOperationException notPlayed() {
    return new UnsupportedOperationException("updates and billing are not part of this simulation");
  }
}
