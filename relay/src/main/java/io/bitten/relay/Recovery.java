package io.bitten.relay;

import io.bitten.core.Versioned;
import io.bitten.core.order.Order;
import io.bitten.core.order.OrderFact;
import io.bitten.core.order.OrderState;
import io.bitten.relay.journal.Journal;
import io.bitten.relay.journal.JournalFact;
import java.util.List;

/**
 * Takes over what the process before this one left. May be run again when the world broke it off.
 */
final class Recovery {
  private final RelayParts parts;
  private final Journal journal;
  private final Gates gates;
  private final Outbox outbox;
  private final HaltWatch halts;

  Recovery(RelayParts parts, HaltWatch halts, Gates gates, Outbox outbox) {
    this.outbox = outbox;
    this.parts = parts;
    this.journal = parts.ports().journal();
    this.gates = gates;
    this.halts = halts;
  }

  void run(List<Line> lines) {
    Boot boot = parts.boot();
    journal.appendForced(new JournalFact.Epoch(boot.number(), boot.bootId()));
    journal.halts().forEach(halts::take);
    // Nothing is proven yet: every gate is shut until the cloud has said what is halted.
    lines.forEach(gates::settle);
    halts.refresh();
    for (JournalFact.Intent intent : journal.intents()) {
      parts.moves().find(intent.order()).ifPresent(this::abandon);
      journal.append(
          new JournalFact.Result(intent.order(), intent.attempt(), "ended before its answer"));
    }
    for (Line line : lines) {
      parts.open().fresh(line.account()).forEach(this::abandon);
    }
    for (JournalFact.Moving moved : journal.untold()) {
      parts.moves().find(moved.order()).ifPresent(order -> parts.moves().tell(order, moved));
    }
    journal.untoldOrphans().forEach(noted -> outbox.put(noted.seen()));
    lines.forEach(gates::settle);
  }

  /** What a dead process of this relay was sending may or may not have executed. */
  private void abandon(Versioned<Order> order) {
    if (order.value().state() instanceof OrderState.Submitting held
        && held.attempt().owner().relay().equals(parts.boot().relay())
        && !held.attempt().owner().bootId().equals(parts.boot().bootId())) {
      parts
          .moves()
          .apply(
              order,
              new OrderFact.AnswerLost(
                  "the relay ended before the answer", parts.ports().time().instant()));
    }
  }
}
