package io.bitten.core.signal;

import io.bitten.core.Some;
import io.bitten.core.market.Bar;
import io.bitten.core.market.Candle;
import io.bitten.core.market.Price;
import io.bitten.core.market.Timeframe;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * A market of known odds: a driftless random walk in small ticks, seen in hourly candles. Nothing
 * in its past says where it goes.
 */
public final class Walk {
  private static final Instant START = Instant.parse("2020-01-05T22:00:00Z");
  private static final int TICKS = 60;
  private static final int TICK_POINTS = 18;
  private static final int START_POINTS = 300_000;

  private Walk() {}

  /** Candles of one seed; the ask lies a fixed number of points above the bid. */
  public static List<Candle> of(long seed, int candles, int spreadPoints) {
    Random random = new Random(seed);
    List<Candle> walk = new ArrayList<>();
    int points = START_POINTS;
    Instant opens = START;
    for (int i = 0; i < candles; i++) {
      int open = points;
      int high = points;
      int low = points;
      for (int tick = 0; tick < TICKS; tick++) {
        points += (int) Math.round(random.nextGaussian() * TICK_POINTS);
        high = Math.max(high, points);
        low = Math.min(low, points);
      }
      Bar bid = bar(open, high, low, points);
      Bar ask =
          bar(open + spreadPoints, high + spreadPoints, low + spreadPoints, points + spreadPoints);
      walk.add(new Candle(Some.EURUSD, Timeframe.H1, opens, bid, ask));
      opens = opens.plus(Duration.ofHours(1));
    }
    return walk;
  }

  private static Bar bar(int open, int high, int low, int close) {
    return new Bar(price(open), price(high), price(low), price(close));
  }

  private static Price price(int points) {
    return new Price(BigDecimal.valueOf(points, 5));
  }
}
