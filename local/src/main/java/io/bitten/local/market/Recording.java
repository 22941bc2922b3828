package io.bitten.local.market;

import io.bitten.core.market.Symbol;
import io.bitten.core.market.Timeframe;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

/**
 * A stretch of past or generated prices of one pair: bars of one timeframe, oldest first. Weekends
 * and other gaps have no bars.
 *
 * @param digits decimals of a price; one point is 10^-digits
 * @param quality where the prices come from and what was wrong with them
 */
public record Recording(
    Symbol symbol, Timeframe timeframe, int digits, List<RecordedBar> bars, Quality quality) {

  public Recording {
    if (bars.size() < 2) {
      throw new RecordingException(quality.origin() + " holds fewer than two usable bars");
    }
    bars = List.copyOf(bars);
  }

  /** Reads a CSV or CSV.gz whose name begins with the pair, such as eurusd-h1-2017.csv.gz. */
  public static Recording read(Path file) {
    return new RecordingReader(file, RecordingReader.symbolIn(file)).read();
  }

  /** Reads a CSV or CSV.gz of the given pair. */
  public static Recording read(Path file, Symbol symbol) {
    return new RecordingReader(file, symbol).read();
  }

  public int size() {
    return bars.size();
  }

  /** When the first bar opened. */
  public Instant start() {
    return bars.getFirst().opened();
  }

  /** When the last bar closed. */
  public Instant end() {
    return bars.getLast().opened().plus(timeframe.length());
  }

  /**
   * When the given number of bars has closed: the earliest start for a reader that needs history.
   */
  public Instant startAfter(int warmUpBars) {
    if (warmUpBars < 0 || warmUpBars >= bars.size()) {
      throw new RecordingException(
          "%s has %d bars, fewer than the %d needed as history"
              .formatted(quality.origin(), bars.size(), warmUpBars));
    }
    return bars.get(warmUpBars).opened();
  }

  /** The recording without the bars that close after the given moment. */
  public Recording cutAt(Instant moment) {
    List<RecordedBar> kept =
        bars.stream()
            .filter(bar -> !bar.opened().plus(timeframe.length()).isAfter(moment))
            .toList();
    return new Recording(symbol, timeframe, digits, kept, quality);
  }
}
