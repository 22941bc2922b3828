package io.bitten.core.signal;

import io.bitten.core.signal.Verification.Broken;
import io.bitten.core.signal.Verification.Flaw;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Checks a ledger with nothing but its entries and, against an operator who rebuilds all of it, the
 * heads that were published along the way.
 */
public final class LedgerVerifier {
  private static final int PAGE = 500;

  private LedgerVerifier() {}

  /** Checks a stored ledger up to the head it has now. */
  public static Verification verify(Ledger ledger, List<LedgerHead> published) {
    LedgerHead head = ledger.head();
    List<LedgerEntry> entries = new ArrayList<>();
    while (entries.size() < head.seq()) {
      List<LedgerEntry> page = ledger.entries(entries.size() + 1L, PAGE);
      if (page.isEmpty()) {
        break;
      }
      entries.addAll(page);
    }
    List<LedgerHead> heads = new ArrayList<>(published);
    heads.add(head);
    return verify(entries, heads);
  }

  /**
   * Checks entries in the order given, which is to be theirs from the first on.
   *
   * @param published heads the chain must contain; an empty list trusts the chain alone
   */
  public static Verification verify(List<LedgerEntry> entries, List<LedgerHead> published) {
    Map<Long, String> anchors = new HashMap<>();
    published.forEach(kept -> anchors.putIfAbsent(kept.seq(), kept.hash()));
    LedgerHead head = LedgerHead.empty();
    Instant latest = Instant.MIN;
    for (int i = 0; i < entries.size(); i++) {
      Optional<Broken> broken = link(entries, i, head, latest);
      if (broken.isEmpty()) {
        broken = anchor(entries.get(i), anchors);
      }
      if (broken.isPresent()) {
        return broken.get();
      }
      head = entries.get(i).head();
      latest = LedgerBody.time(entries.get(i).body()).orElse(latest);
    }
    long last = head.seq();
    return published.stream().anyMatch(kept -> kept.seq() > last)
        ? broken(last + 1, Flaw.DROPPED, "was published, and the ledger ends before it")
        : new Verification.Intact(head);
  }

  private static Optional<Broken> link(
      List<LedgerEntry> entries, int index, LedgerHead head, Instant latest) {
    LedgerEntry entry = entries.get(index);
    long expected = head.seq() + 1;
    if (entry.seq() != expected) {
      return Optional.of(misplaced(entries, entry, expected));
    }
    if (!entry.intact()) {
      return Optional.of(broken(expected, Flaw.TAMPERED, "does not have the hash of its content"));
    }
    if (!entry.previousHash().equals(head.hash())) {
      long changed = Math.max(1, head.seq());
      return Optional.of(
          broken(changed, Flaw.TAMPERED, "is not the one that entry " + expected + " followed"));
    }
    if (LedgerBody.seq(entry.body()) != expected) {
      return Optional.of(broken(expected, Flaw.REORDERED, "was written for another place"));
    }
    Optional<Instant> time = LedgerBody.time(entry.body());
    if (time.isEmpty()) {
      return Optional.of(broken(expected, Flaw.TAMPERED, "does not say when it was written"));
    }
    return time.get().isBefore(latest)
        ? Optional.of(broken(expected, Flaw.BACKDATED, "is dated before the entry it follows"))
        : Optional.empty();
  }

  private static Broken misplaced(List<LedgerEntry> entries, LedgerEntry found, long expected) {
    boolean elsewhere = entries.stream().anyMatch(entry -> entry.seq() == expected);
    if (elsewhere || found.seq() < expected) {
      return broken(found.seq(), Flaw.REORDERED, "stands where entry " + expected + " belongs");
    }
    return broken(expected, Flaw.DROPPED, "is missing");
  }

  private static Optional<Broken> anchor(LedgerEntry entry, Map<Long, String> anchors) {
    String hash = anchors.getOrDefault(entry.seq(), entry.hash());
    return hash.equals(entry.hash())
        ? Optional.empty()
        : Optional.of(
            broken(entry.seq(), Flaw.TAMPERED, "has another hash than the one that was published"));
  }

  private static Broken broken(long seq, Flaw flaw, String what) {
    return new Broken(seq, flaw, "Entry %d %s.".formatted(seq, what));
  }
}
