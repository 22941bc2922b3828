package io.bitten.relay;

import io.bitten.core.Versioned;
import io.bitten.core.account.AccountId;
import io.bitten.core.fill.Report;
import io.bitten.core.halt.Halt;
import io.bitten.core.halt.HaltTexts;
import io.bitten.core.order.Order;
import io.bitten.core.order.OrderFact;
import io.bitten.core.order.OrderState;
import io.bitten.relay.journal.Journal;
import io.bitten.relay.journal.JournalFact;
import java.util.Set;

/**
 * Takes over what the process before this one left. May be run again when the world broke it off.
 */
final class Recovery {
  private final RelayParts parts;
  private final Journal journal;
  private final Outbox outbox;
  private final HaltWatch halts;

  Recovery(RelayParts parts, Outbox outbox, HaltWatch halts) {
    this.parts = parts;
    this.journal = parts.ports().journal();
    this.outbox = outbox;
    this.halts = halts;
  }

  void run(Set<AccountId> accounts) {
    Boot boot = parts.boot();
    journal.appendForced(new JournalFact.Epoch(boot.number(), boot.bootId()));
    for (Halt halt : journal.halts()) {
      halts.take(halt);
      outbox.put(
          new Report.HaltSeen(
              HaltTexts.of(halt.scope()),
              halt.epoch(),
              "relay " + boot.relay(),
              parts.ports().time().instant()));
    }
    for (JournalFact.Intent intent : journal.intents()) {
      parts.moves().find(intent.order()).ifPresent(this::abandon);
      journal.append(
          new JournalFact.Result(intent.order(), intent.attempt(), "ended before its answer"));
    }
    for (AccountId account : accounts) {
      parts.open().fresh(account).forEach(this::abandon);
    }
    for (JournalFact.Moving moved : journal.untold()) {
      parts.moves().find(moved.order()).ifPresent(order -> parts.moves().tell(order, moved));
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
