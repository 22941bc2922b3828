package io.bitten.relay;

import io.bitten.core.fill.Report;
import io.bitten.core.fill.Reports;
import io.bitten.core.order.OrderId;
import io.bitten.relay.journal.Journal;
import io.bitten.relay.journal.JournalBroken;
import io.bitten.relay.journal.JournalFact;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the cloud has still to be told: every version of every order, for what happened in between
 * counts too. What a crash loses here is known from the journal.
 */
final class Outbox {
  private final Reports reports;
  private final Journal journal;

  /** Beyond so many, an order's older versions give way to its newest. */
  static final int MOST = 10_000;

  private final Map<Version, Report.OrderMoved> moves = new LinkedHashMap<>();
  private final Map<Hop, Report.HaltSeen> receipts = new LinkedHashMap<>();
  private final Map<String, Report.OrphanSeen> orphans = new LinkedHashMap<>();
  private final LinkedHashMap<String, Report.CloseLapsed> lapsed = new LinkedHashMap<>();

  private record Hop(String scope, String hop) {
    static Hop of(Report.HaltSeen seen) {
      return new Hop(seen.scope(), seen.hop());
    }
  }

  private record Version(OrderId order, long version) {
    static Version of(Report.OrderMoved moved) {
      return new Version(moved.order(), moved.version());
    }
  }

  Outbox(Reports reports, Journal journal) {
    this.reports = reports;
    this.journal = journal;
  }

  synchronized void put(Report.OrderMoved moved) {
    moves.putIfAbsent(Version.of(moved), moved);
    if (moves.size() > MOST) {
      moves
          .keySet()
          .removeIf(one -> one.order().equals(moved.order()) && one.version() < moved.version());
    }
  }

  /** The state that waits to be told of this version, if one does. */
  synchronized Optional<String> waiting(OrderId order, long version) {
    return Optional.ofNullable(moves.get(new Version(order, version)))
        .map(Report.OrderMoved::state);
  }

  synchronized void put(Report.HaltSeen seen) {
    receipts.put(Hop.of(seen), seen);
  }

  /** No close waits until it is told; a crash before that loses it. */
  synchronized void put(Report.CloseLapsed close) {
    lapsed.put(close.command(), close);
    if (lapsed.size() > MOST) {
      lapsed.remove(lapsed.firstEntry().getKey());
    }
  }

  /** The newest of each kind about each position, in the order of the first. */
  synchronized void put(Report.OrphanSeen seen) {
    orphans.put(key(seen), seen);
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
    sendOrphans();
    for (Report.CloseLapsed close : lapsed()) {
      reports.send(close);
      sent(close);
    }
    for (Report.OrderMoved moved : moves()) {
      reports.send(moved);
      sent(moved);
    }
  }

  /**
   * Sends what is known of orphans.
   *
   * @throws RuntimeException when the way to the cloud is broken
   */
  void sendOrphans() {
    for (Report.OrphanSeen seen : orphans()) {
      reports.send(seen);
      sent(seen);
    }
  }

  /**
   * Lets the journal remember what could not be told of orphans, forced to its disk: whoever closes
   * one now leaves nothing at the broker by which the next process would find it.
   *
   * @return whether the journal remembers all of it
   */
  boolean noteOrphans() {
    if (!journal.sound()) {
      return false;
    }
    try {
      orphans().forEach(seen -> journal.appendForced(new JournalFact.OrphanUntold(seen)));
      return true;
    } catch (JournalBroken e) {
      return false;
    }
  }

  private static String key(Report.OrphanSeen seen) {
    return seen.account() + " " + seen.ticket() + " " + seen.fact().getClass().getSimpleName();
  }

  private synchronized void sent(Report.OrphanSeen seen) {
    orphans.remove(key(seen), seen);
    JournalFact.OrphanTold told = JournalFact.OrphanTold.of(seen);
    if (journal.untoldOrphans().stream().anyMatch(one -> told.equals(of(one)))) {
      note(told);
    }
  }

  private static JournalFact.OrphanTold of(JournalFact.OrphanUntold noted) {
    return JournalFact.OrphanTold.of(noted.seen());
  }

  private synchronized List<Report.OrphanSeen> orphans() {
    return List.copyOf(orphans.values());
  }

  private synchronized void sent(Report.CloseLapsed close) {
    lapsed.remove(close.command(), close);
  }

  private synchronized List<Report.CloseLapsed> lapsed() {
    return List.copyOf(lapsed.values());
  }

  private synchronized void sent(Report.HaltSeen receipt) {
    receipts.remove(Hop.of(receipt), receipt);
  }

  private synchronized void sent(Report.OrderMoved moved) {
    moves.remove(Version.of(moved));
    note(new JournalFact.Reported(moved.order(), moved.version()));
  }

  private void note(JournalFact fact) {
    if (!journal.sound()) {
      return;
    }
    try {
      journal.append(fact);
    } catch (JournalBroken e) {
      // What was told is told once more after a restart; what was not, by this process alone.
      return;
    }
  }

  private synchronized List<Report.HaltSeen> receipts() {
    return List.copyOf(receipts.values());
  }

  private synchronized List<Report.OrderMoved> moves() {
    return List.copyOf(moves.values());
  }
}
