package io.bitten.core.signal;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Gives a draft its number and its place in the chain, once, however many write at a time. */
final class LedgerClerk {
  private static final int TRIES = 8;
  private static final Duration CLOCKS_DIFFER = Duration.ofMinutes(1);
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("yyyyMMdd", Locale.ROOT).withZone(ZoneOffset.UTC);

  private final Ledger ledger;
  private final InstantSource time;
  private final Duration lifetime;

  LedgerClerk(Ledger ledger, InstantSource time, Duration lifetime) {
    this.ledger = ledger;
    this.time = time;
    this.lifetime = lifetime;
  }

  /**
   * The signal of the draft's candle as it stands in the ledger, appended now unless it is there.
   *
   * @throws IllegalStateException when others were faster {@value #TRIES} times, or the last entry
   *     was written in the future
   */
  Signal enter(Draft draft) {
    for (int i = 0; i < TRIES; i++) {
      Optional<Signal> known = ledger.find(draft.setup());
      if (known.isPresent()) {
        return known.get();
      }
      LedgerHead head = ledger.head();
      Instant at = notBefore(head);
      Signal signal = draft.made(number(at), at, lifetime);
      LedgerEntry entry = LedgerEntry.after(head, LedgerBody.of(head.seq() + 1, signal));
      switch (ledger.append(signal, entry)) {
        case STORED -> {
          return signal;
        }
        case STALE -> {}
      }
    }
    throw new IllegalStateException(
        "the ledger's head moved " + TRIES + " times while entering " + draft.setup().text());
  }

  private SignalId number(Instant at) {
    return new SignalId("SIG_%s_%03d".formatted(DAY.format(at), ledger.countOn(at) + 1));
  }

  /** Now, or a little later when the last entry comes from a clock that is ahead of ours. */
  private Instant notBefore(LedgerHead head) {
    Instant now = time.instant().truncatedTo(ChronoUnit.MILLIS);
    List<LedgerEntry> last = head.seq() == 0 ? List.of() : ledger.entries(head.seq(), 1);
    Instant latest =
        last.stream()
            .flatMap(entry -> LedgerBody.time(entry.body()).stream())
            .findFirst()
            .orElse(now);
    if (latest.isAfter(now.plus(CLOCKS_DIFFER))) {
      throw new IllegalStateException(
          "the ledger's last entry is of %s and the clock says %s".formatted(latest, now));
    }
    return latest.isAfter(now) ? latest : now;
  }
}
