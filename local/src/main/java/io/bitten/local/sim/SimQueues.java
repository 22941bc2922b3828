package io.bitten.local.sim;

import io.bitten.adapters.json.Json;
import io.bitten.core.chat.Incoming;
import io.bitten.core.chat.Outgoing;
import io.bitten.core.chat.Queues;
import io.bitten.core.fill.Report;
import io.bitten.core.fire.FireRequest;
import io.bitten.core.halt.HaltPage;
import io.bitten.core.order.RelayCommand;
import java.time.Duration;
import java.util.List;

/** The cloud's way to the queues; groups and names are those of the real one. */
final class SimQueues implements Queues {
  private static final WrongCommand[] WRONG = WrongCommand.values();

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
        ? WRONG[faults.below(WRONG.length)].of(open)
        : command;
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
