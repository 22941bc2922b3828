package io.bitten.local.market;

import static io.bitten.local.market.Quality.generated;

import io.bitten.core.market.Timeframe;
import io.bitten.core.market.TradingWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Makes up prices that behave like a currency pair: hours of business and hours of quiet, swings
 * that come in clusters and calm down again, spreads that open at the day's change, weekends closed
 * with a gap after them. Nothing in them can be foreseen. One seed makes one market.
 */
public final class Generator {
  /** How busy each UTC hour is against the average, from two years of recorded EURUSD hours. */
  private static final double[] HOURS = {
    0.83, 0.83, 0.69, 0.59, 0.55, 0.73, 1.17, 1.45, 1.43, 1.22, 1.13, 1.20,
    1.54, 1.56, 1.64, 1.45, 1.21, 1.10, 1.05, 0.92, 0.72, 0.70, 0.62, 0.62
  };

  private static final int STEPS_IN_A_BAR = 16;
  private static final double CLUSTER_MEMORY = 0.97;
  private static final double CLUSTER_SHOCK = 0.10;
  private static final double DRAWN_BACK_AN_HOUR = 0.0004;
  private static final double WEEKEND_HOURS = 3;

  private final GeneratedPair pair;
  private final long seed;
  private final SplittableRandom random;
  private double price;
  private double cluster;

  private Generator(GeneratedPair pair, long seed) {
    this.pair = pair;
    this.seed = seed;
    this.random = new SplittableRandom(Mixed.of(seed, pair.symbol()));
    this.price = pair.price();
  }

  /** A recording of so many bars, the first one at or after the given moment. */
  public static Recording recording(GeneratedPair pair, Stretch stretch, long seed) {
    return new Generator(pair, seed).recording(stretch);
  }

  /** The usual pairs over the same stretch of time, from one seed. */
  public static List<Recording> market(Stretch stretch, long seed) {
    return GeneratedPair.USUAL.stream().map(pair -> recording(pair, stretch, seed)).toList();
  }

  /** From when, in what steps of at most an hour, how many. */
  public record Stretch(Instant start, Timeframe timeframe, int bars) {
    public Stretch {
      if (bars < 2 || bars > RecordingReader.MAX_ROWS) {
        throw new IllegalArgumentException("bars must be 2.." + RecordingReader.MAX_ROWS);
      }
      if (timeframe.length().compareTo(Duration.ofHours(1)) > 0) {
        throw new IllegalArgumentException("bars must be of an hour at most: " + timeframe);
      }
    }
  }

  private Recording recording(Stretch stretch) {
    long length = stretch.timeframe().length().toSeconds();
    long first = Math.ceilDiv(stretch.start().getEpochSecond(), length) * length;
    Instant opened = TradingWeek.nextOpen(Instant.ofEpochSecond(first));
    List<RecordedBar> bars = new ArrayList<>(stretch.bars());
    while (bars.size() < stretch.bars()) {
      bars.add(bar(opened, length / 3600.0));
      Instant next = opened.plusSeconds(length);
      opened = TradingWeek.nextOpen(next);
      if (opened.isAfter(next)) {
        move(WEEKEND_HOURS);
      }
    }
    Quality quality = generated("generated, seed " + seed, bars.size());
    return new Recording(pair.symbol(), stretch.timeframe(), pair.digits(), bars, quality);
  }

  private RecordedBar bar(Instant opened, double hours) {
    double busy = HOURS[opened.atOffset(ZoneOffset.UTC).getHour()];
    double memory = StrictMath.pow(CLUSTER_MEMORY, hours);
    cluster = cluster * memory + CLUSTER_SHOCK * StrictMath.sqrt(hours) * gaussian();
    long open = Math.round(price);
    long high = open;
    long low = open;
    for (int step = 0; step < STEPS_IN_A_BAR; step++) {
      move(busy * busy * hours / STEPS_IN_A_BAR);
      high = Math.max(high, Math.round(price));
      low = Math.min(low, Math.round(price));
    }
    Side bid = new Side(open, high, low, Math.round(price));
    long spread = spread(opened);
    return new RecordedBar(opened, bid, bid.above(spread));
  }

  /** One step that is worth so many hours of average business. */
  private void move(double hours) {
    double size = pair.hourlyMove() * StrictMath.exp(cluster) * StrictMath.sqrt(hours);
    double pull = DRAWN_BACK_AN_HOUR * hours * (pair.price() / price - 1);
    price *= StrictMath.exp(size * gaussian() + pull);
  }

  /** Wider around 17:00 New York, when the day changes, and a little with the swings. */
  private long spread(Instant opened) {
    int hour = opened.atZone(TradingWeek.NEW_YORK).getHour();
    double daily = hour == 17 ? 3.0 : hour == 16 || hour == 18 ? 1.6 : 1.0;
    double swings = StrictMath.exp(0.4 * cluster) * (0.9 + 0.4 * random.nextDouble());
    return Math.max(1, Math.round(pair.spread() * daily * swings));
  }

  /** By the sum of twelve: the same on every machine, unlike one through a logarithm table. */
  private double gaussian() {
    double sum = -6;
    for (int i = 0; i < 12; i++) {
      sum += random.nextDouble();
    }
    return sum;
  }
}
