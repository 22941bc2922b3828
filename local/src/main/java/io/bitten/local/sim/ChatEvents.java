package io.bitten.local.sim;

import io.bitten.adapters.json.Json;
import io.bitten.core.Event;
import io.bitten.core.Events;

/** The bus: signals to the alerts, everything else to what people are told. */
final class ChatEvents implements Events {
  private final ChatWires wires;
  private final Caller caller;
  private final Faults faults;

  ChatEvents(ChatWires wires, Caller caller, Faults faults) {
    this.wires = wires;
    this.caller = caller;
    this.faults = faults;
  }

  @Override
  public void publish(Event event) {
    caller.before("Events.publish");
    if (faults.hit(Fault.SEND_FAILS)) {
      throw new StoreTrouble("Events.publish: throttled");
    }
    ChatQueue queue = event instanceof Event.SignalGenerated ? wires.signals() : wires.notices();
    queue.send("", event.header().id(), Json.write(event));
    if (faults.hit(Fault.SEND_UNSURE)) {
      throw new StoreTrouble("Events.publish: no answer");
    }
    caller.after("Events.publish");
  }
}
