package io.bitten.core.memory;

import io.bitten.core.Written;
import io.bitten.core.signal.Ledger;
import io.bitten.core.signal.LedgerEntry;
import io.bitten.core.signal.LedgerHead;
import io.bitten.core.signal.SetupKey;
import io.bitten.core.signal.Signal;
import io.bitten.core.signal.SignalId;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The chain and its signals. */
public final class MemoryLedger implements Ledger {
  private static final Comparator<Signal> NEWEST_FIRST =
      Comparator.comparing(Signal::createdAt)
          .thenComparing(signal -> signal.id().value())
          .reversed();

  private final List<LedgerEntry> entries = new ArrayList<>();
  private final Map<SignalId, Signal> signals = new LinkedHashMap<>();
  private final Map<SetupKey, SignalId> setups = new LinkedHashMap<>();
  private final Set<SignalId> announced = new HashSet<>();

  @Override
  public synchronized LedgerHead head() {
    return entries.isEmpty() ? LedgerHead.empty() : entries.getLast().head();
  }

  @Override
  public synchronized Written append(Signal signal, LedgerEntry entry) {
    if (!entry.intact()) {
      throw new IllegalArgumentException("ledger entry " + entry.seq() + " has a wrong hash");
    }
    SetupKey setup = signal.setup();
    boolean follows = entry.seq() == head().seq() + 1 && entry.previousHash().equals(head().hash());
    if (!follows || setups.containsKey(setup) || signals.containsKey(signal.id())) {
      return Written.STALE;
    }
    entries.add(entry);
    signals.put(signal.id(), signal);
    setups.put(setup, signal.id());
    return Written.STORED;
  }

  @Override
  public synchronized Optional<Signal> find(SignalId id) {
    return Optional.ofNullable(signals.get(id));
  }

  @Override
  public synchronized Optional<Signal> find(SetupKey setup) {
    return Optional.ofNullable(setups.get(setup)).map(signals::get);
  }

  @Override
  public synchronized List<Signal> live(Instant now, int limit) {
    return signals.values().stream()
        .filter(signal -> signal.liveAt(now))
        .sorted(NEWEST_FIRST)
        .limit(limit)
        .toList();
  }

  @Override
  public synchronized int countOn(Instant at) {
    LocalDate day = day(at);
    return (int) signals.values().stream().filter(s -> day(s.createdAt()).equals(day)).count();
  }

  @Override
  public synchronized List<LedgerEntry> entries(long fromSeq, int limit) {
    return entries.stream().filter(entry -> entry.seq() >= fromSeq).limit(limit).toList();
  }

  @Override
  public synchronized void markAnnounced(SignalId id) {
    announced.add(id);
  }

  @Override
  public synchronized boolean announced(SignalId id) {
    return announced.contains(id);
  }

  private static LocalDate day(Instant at) {
    return LocalDate.ofInstant(at, ZoneOffset.UTC);
  }
}
