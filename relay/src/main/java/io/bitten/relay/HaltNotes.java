package io.bitten.relay;

import io.bitten.core.fill.Report;
import io.bitten.core.halt.Halt;
import io.bitten.core.halt.HaltTexts;
import io.bitten.relay.journal.JournalBroken;
import io.bitten.relay.journal.JournalFact;
import java.util.function.Consumer;

/** A scope's newest halt is known here from now on, also after a crash, and the cloud is told. */
record HaltNotes(RelaySettings settings, RelayPorts ports, Outbox outbox)
    implements Consumer<Halt> {
  @Override
  public void accept(Halt newest) {
    outbox.put(
        new Report.HaltSeen(
            HaltTexts.of(newest.scope()),
            newest.epoch(),
            "relay " + settings.name(),
            ports.time().instant()));
    if (!ports.journal().sound() || ports.journal().knows(newest)) {
      return;
    }
    try {
      ports.journal().appendForced(new JournalFact.HaltTaken(newest));
    } catch (JournalBroken e) {
      // It says so itself from now on; the halt holds here whether it is written or not.
      return;
    }
  }
}
