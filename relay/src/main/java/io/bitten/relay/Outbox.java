package io.bitten.relay;

import io.bitten.core.fill.Report;
import io.bitten.core.fill.Reports;
import io.bitten.core.order.OrderId;
import io.bitten.relay.journal.Journal;
import io.bitten.relay.journal.JournalFact;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What the cloud has still to be told. A newer version of an order takes an older one's place: the
 * report only says "read it". What a crash loses here is known from the journal.
 */
final class Outbox {
  private final Reports reports;
  private final Journal journal;
  private final Map<OrderId, Report.OrderMoved> moves = new LinkedHashMap<>();
  private final Map<String, Report.HaltSeen> receipts = new LinkedHashMap<>();

  Outbox(Reports reports, Journal journal) {
    this.reports = reports;
    this.journal = journal;
  }

  synchronized void put(Report.OrderMoved moved) {
    moves.merge(moved.order(), moved, (old, next) -> next.version() < old.version() ? old : next);
  }

  synchronized void put(Report.HaltSeen seen) {
    receipts.put(seen.scope(), seen);
  }

  /**
   * Sends everything. What could not be sent stays for the next time.
   *
   * @throws RuntimeException when the way to the cloud is broken
   */
  void send() {
    for (Report.HaltSeen receipt : receipts()) {
      reports.send(receipt);
      sent(receipt);
    }
    for (Report.OrderMoved moved : moves()) {
      reports.send(moved);
      sent(moved);
    }
  }

  private synchronized void sent(Report.HaltSeen receipt) {
    receipts.remove(receipt.scope(), receipt);
  }

  private synchronized void sent(Report.OrderMoved moved) {
    moves.remove(moved.order(), moved);
    if (journal.sound()) {
      journal.append(new JournalFact.Reported(moved.order(), moved.version()));
    }
  }

  private synchronized List<Report.HaltSeen> receipts() {
    return List.copyOf(receipts.values());
  }

  private synchronized List<Report.OrderMoved> moves() {
    return List.copyOf(moves.values());
  }
}
