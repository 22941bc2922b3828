package io.bitten.local.market;

import io.bitten.core.market.Symbol;
import io.bitten.core.market.Timeframe;
import io.bitten.local.market.Generator.Stretch;
import java.time.Instant;
import java.util.List;

/** Markets for tests, generated or written down bar by bar. */
public final class SomeMarket {
  public static final Symbol EURUSD = new Symbol("EURUSD");
  public static final Symbol GBPUSD = new Symbol("GBPUSD");
  public static final Symbol USDJPY = new Symbol("USDJPY");
  public static final Instant MONDAY = Instant.parse("2024-03-04T00:00:00Z");

  private SomeMarket() {}

  /** Three weeks of hours. */
  public static List<Recording> hours(long seed) {
    return Generator.market(new Stretch(MONDAY, Timeframe.H1, 360), seed);
  }

  public static MarketPlayer player(long seed) {
    return new MarketPlayer(hours(seed), seed);
  }

  /** Hourly EURUSD bars from Monday on with a spread of ten points, each open, high, low, close. */
  public static Recording bars(long[]... bids) {
    List<RecordedBar> bars =
        java.util.stream.IntStream.range(0, bids.length)
            .mapToObj(
                i -> {
                  long[] bid = bids[i];
                  Side side = new Side(bid[0], bid[1], bid[2], bid[3]);
                  return new RecordedBar(MONDAY.plusSeconds(3600L * i), side, side.above(10));
                })
            .toList();
    return new Recording(
        EURUSD, Timeframe.H1, 5, bars, Quality.generated("written down", bars.size()));
  }

  /** Hours in which nothing happens: bid 1.10000, ask 1.10010. */
  public static MarketPlayer still(int hours) {
    long[][] bars = new long[hours][];
    java.util.Arrays.fill(bars, new long[] {110_000, 110_000, 110_000, 110_000});
    return new MarketPlayer(List.of(bars(bars)), 1);
  }
}
