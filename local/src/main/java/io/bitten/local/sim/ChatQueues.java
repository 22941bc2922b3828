package io.bitten.local.sim;

import io.bitten.adapters.json.Json;
import io.bitten.core.account.ChatId;
import io.bitten.core.chat.Incoming;
import io.bitten.core.chat.Outgoing;
import io.bitten.core.chat.Queues;
import io.bitten.core.chat.WayOut;
import io.bitten.core.fill.Report;
import io.bitten.core.fire.FireRequest;
import io.bitten.core.halt.HaltPage;
import io.bitten.core.order.RelayCommand;
import java.time.Duration;
import java.util.List;

/** The way to the chat's queues; groups and names are those of the real one. */
final class ChatQueues implements Queues {
  private static final WayOut WAY_OUT =
      new WayOut(ChatScene.SETTINGS.tapSecret(), ChatScene.SETTINGS.botName());

  private final ChatWires wires;
  private final Caller caller;
  private final Faults faults;
  private final Waits waits;

  /** How long a message is put off, and who is told that it is. */
  interface Waits {
    Duration asked(Duration after);

    void kept(ChatId chat);

    /** Between what a function has read and what it sends it may stand still. */
    void stall();

    /** And the door between a confirmation that it sent on and the memo of it. */
    void stallAtTheDoor();
  }

  ChatQueues(ChatWires wires, Caller caller, Faults faults, Waits waits) {
    this.wires = wires;
    this.caller = caller;
    this.faults = faults;
    this.waits = waits;
  }

  @Override
  public void update(Incoming incoming) {
    String once = "u" + incoming.updateId();
    String group = incoming.chat() + (WAY_OUT.apart(incoming) ? "-out" : "");
    sent(() -> wires.updates().send(group, once, Json.write(incoming)));
  }

  @Override
  public void fire(FireRequest request) {
    String once = request.offer() + ":" + request.askedBy();
    sent(() -> wires.fires().send(request.user().value(), once, Json.write(request)));
    waits.stallAtTheDoor();
  }

  /** Entries and exits have queues of their own, so one never waits for the other. */
  @Override
  public void relay(RelayCommand command) {
    String way = command instanceof RelayCommand.Open ? "orders " : "exits ";
    String group = way + command.header().account();
    sent(() -> wires.orders().send(group, command.header().id(), Json.write(command)));
  }

  @Override
  public void report(Report report) {
    if (!(report instanceof Report.OrderMoving moving)) {
      throw new UnsupportedOperationException("only sweeps send reports here");
    }
    String once = "moving:" + moving.order() + ":" + moving.version();
    sent(() -> wires.reports().send(moving.account().value(), once, Json.write(moving)));
  }

  /** A batch may be stored in part. */
  @Override
  public void message(List<Outgoing> outgoing) {
    waits.stall();
    caller.before("Queues.message");
    if (faults.hit(Fault.SEND_FAILS)) {
      throw new StoreTrouble("Queues.message: throttled");
    }
    boolean unsure = faults.hit(Fault.SEND_UNSURE);
    int stored = unsure ? faults.below(outgoing.size() + 1) : outgoing.size();
    for (Outgoing one : outgoing.subList(0, stored)) {
      wires.messages().send(one.chat().toString(), one.key(), Json.write(one));
    }
    if (unsure) {
      throw new StoreTrouble("Queues.message: no answer");
    }
    caller.after("Queues.message");
  }

  @Override
  public void messageAgain(String receipt, Duration after) {
    caller.before("Queues.messageAgain");
    long seconds = waits.asked(after).plusMillis(999).toSeconds();
    wires.messages().later(receipt, Duration.ofSeconds(seconds)).ifPresent(waits::kept);
    caller.after("Queues.messageAgain");
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
  public void halt(HaltPage page) {
    throw new UnsupportedOperationException("nobody halts everything here");
  }

  @Override
  public void billing(String eventId, String json) {
    sent(() -> wires.billing().send("", eventId, json));
  }
}
