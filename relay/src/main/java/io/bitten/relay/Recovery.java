package io.bitten.relay;

import io.bitten.core.Versioned;
import io.bitten.core.order.Order;
import io.bitten.core.order.OrderFact;
import io.bitten.core.order.OrderState;
import io.bitten.relay.journal.Journal;
import io.bitten.relay.journal.JournalBroken;
import io.bitten.relay.journal.JournalFact;
import java.util.List;

/**
 * Takes over what the process before this one left. May be run again when the world broke it off. A
 * full disk does not break it off.
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
    begin();
    journal.halts().forEach(halts::take);
    // Nothing is proven yet: every gate is shut until the cloud has said what is halted.
    lines.forEach(gates::settle);
    halts.refresh();
    for (JournalFact.Intent intent : journal.intents()) {
      parts.moves().find(intent.order()).ifPresent(this::abandon);
      close(intent);
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

  /**
   * Notes this process. A disk that takes nothing opens nothing, which every entry asks for itself;
   * exits have to go on, so the process works.
   */
  private void begin() {
    Boot boot = parts.boot();
    try {
      journal.appendForced(new JournalFact.Epoch(boot.number(), boot.bootId()));
    } catch (JournalBroken e) {
      // It says so itself from now on, in every heartbeat.
      return;
    }
  }

  /** What stays open is looked at once more by the next process, and may be. */
  private void close(JournalFact.Intent intent) {
    if (!journal.sound()) {
      return;
    }
    try {
      journal.append(
          new JournalFact.Result(intent.order(), intent.attempt(), "ended before its answer"));
    } catch (JournalBroken e) {
      // It says so itself from now on, in every heartbeat.
      return;
    }
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
