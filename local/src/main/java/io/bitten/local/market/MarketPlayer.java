package io.bitten.local.market;

import io.bitten.core.market.Candle;
import io.bitten.core.market.Quote;
import io.bitten.core.market.Symbol;
import io.bitten.core.market.Timeframe;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * A simulated market that plays recordings. Every answer is a pure function of its arguments and
 * the seed; it never tells more than was known at the moment asked for.
 */
public final class MarketPlayer {
  /** The most candles of one answer. */
  public static final int MAX_CANDLES = 100_000;

  private final Map<Symbol, Series> series = new TreeMap<>();

  public MarketPlayer(Collection<Recording> recordings, long seed) {
    for (Recording recording : recordings) {
      if (series.put(recording.symbol(), new Series(recording, seed)) != null) {
        throw new RecordingException("two recordings of " + recording.symbol());
      }
    }
    if (series.isEmpty()) {
      throw new RecordingException("a market needs at least one recording");
    }
  }

  public SortedSet<Symbol> symbols() {
    return new TreeSet<>(series.keySet());
  }

  public Optional<Recording> recording(Symbol symbol) {
    return Optional.ofNullable(series.get(symbol)).map(Series::recording);
  }

  /** When the last of the recordings begins: from here on every pair has a price. */
  public Instant start() {
    return recordings().stream().map(Recording::start).max(Instant::compareTo).orElseThrow();
  }

  /** When every pair has the given number of closed bars behind it. */
  public Instant startAfter(int warmUpBars) {
    return recordings().stream()
        .map(recording -> recording.startAfter(warmUpBars))
        .max(Instant::compareTo)
        .orElseThrow();
  }

  /** When the first of the recordings ends. */
  public Instant end() {
    return recordings().stream().map(Recording::end).min(Instant::compareTo).orElseThrow();
  }

  /**
   * The last candles that had closed at {@code until}, oldest first. Empty for a pair that is not
   * played or a timeframe finer than its recording.
   */
  public List<Candle> candles(Symbol symbol, Timeframe timeframe, Instant until, int count) {
    if (count < 0 || count > MAX_CANDLES) {
      throw new IllegalArgumentException("count must be 0.." + MAX_CANDLES + ": " + count);
    }
    return Optional.ofNullable(series.get(symbol))
        .filter(found -> found.recording().timeframe().compareTo(timeframe) <= 0)
        .map(found -> found.candles(timeframe, until, count))
        .orElse(List.of());
  }

  /**
   * The price at a moment with the time it was made: on a weekend the last one of the week. Empty
   * before the recording begins and for a pair that is not played.
   */
  public Optional<Quote> quote(Symbol symbol, Instant now) {
    return tick(symbol, now)
        .map(
            tick -> {
              Series found = series.get(symbol);
              return new Quote(
                  symbol, found.price(tick.bid()), found.price(tick.ask()), tick.time());
            });
  }

  /** The same price as {@link #quote}, in points. */
  public Optional<Tick> tick(Symbol symbol, Instant now) {
    return Optional.ofNullable(series.get(symbol)).flatMap(found -> found.tick(now));
  }

  /** Whether the pair is traded at the moment. */
  public boolean isOpen(Symbol symbol, Instant now) {
    return Optional.ofNullable(series.get(symbol)).filter(found -> found.isOpen(now)).isPresent();
  }

  /** The first time a level was touched in a stretch of time. */
  public Optional<Touch> firstTouch(Symbol symbol, Span span, Watch watch) {
    return Optional.ofNullable(series.get(symbol))
        .flatMap(found -> found.firstTouch(span.after(), span.until(), watch));
  }

  /** A stretch of time without its first moment and with its last. */
  public record Span(Instant after, Instant until) {}

  private List<Recording> recordings() {
    return series.values().stream().map(Series::recording).toList();
  }
}
