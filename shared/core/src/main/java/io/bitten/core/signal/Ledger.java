package io.bitten.core.signal;

import io.bitten.core.Written;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The append-only, hash-chained record of all signals and their outcomes. */
public interface Ledger {
  LedgerHead head();

  /**
   * Appends a signal and its entry in one step. STALE when the head has moved on or a signal of the
   * same setup is already there; nothing is written then.
   */
  Written append(Signal signal, LedgerEntry entry);

  Optional<Signal> find(SignalId id);

  Optional<Signal> find(SetupKey setup);

  /** Signals that have not expired at {@code now}, newest first, at most {@code limit}. */
  List<Signal> live(Instant now, int limit);

  /** How many signals were appended on the UTC day of {@code at}. */
  int countOn(Instant at);

  /** Entries in order from {@code fromSeq}, at most {@code limit}. */
  List<LedgerEntry> entries(long fromSeq, int limit);

  /** Notes that a signal was handed to the bus; repeatable. */
  void markAnnounced(SignalId id);

  boolean announced(SignalId id);
}
