package io.bitten.adapters.tradermade;

import io.bitten.core.market.Candle;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * The closed candles of one pair that were read without a hole, which no longer change. Grows at
 * both ends, and forgets the oldest beyond its limit.
 */
final class KnownCandles {
  private static final int LIMIT = 50_000;

  private final NavigableMap<Instant, Candle> byOpen = new TreeMap<>();
  private Instant from;
  private Instant until;

  /** Knows nothing around this moment yet. */
  KnownCandles(Instant around) {
    this.from = around;
    this.until = around;
  }

  /** Everything from here on is known. */
  Instant from() {
    return from;
  }

  /** Everything that had closed up to here is known. */
  Instant until() {
    return until;
  }

  void addBefore(Instant newFrom, Collection<Candle> candles) {
    candles.forEach(candle -> byOpen.putIfAbsent(candle.openTime(), candle));
    from = newFrom;
  }

  void addAfter(Instant newUntil, Collection<Candle> candles) {
    candles.forEach(candle -> byOpen.putIfAbsent(candle.openTime(), candle));
    until = newUntil;
    while (byOpen.size() > LIMIT) {
      from = byOpen.pollFirstEntry().getValue().closeTime();
    }
  }

  /** The last candles closed at a moment, oldest first. */
  List<Candle> last(Instant at, int count) {
    List<Candle> closed =
        byOpen.values().stream().filter(candle -> !candle.closeTime().isAfter(at)).toList();
    return closed.subList(Math.max(0, closed.size() - count), closed.size());
  }

  int count(Instant at) {
    return byOpen.isEmpty() || !byOpen.lastEntry().getValue().closeTime().isAfter(at)
        ? byOpen.size()
        : last(at, LIMIT).size();
  }

  /** When the newest known candle closed, or the start of knowledge. */
  Instant newestClose() {
    return byOpen.isEmpty() ? from : byOpen.lastEntry().getValue().closeTime();
  }
}
