package io.bitten.local.market;

import static io.bitten.local.market.SomeMarket.EURUSD;
import static io.bitten.local.market.SomeMarket.MONDAY;
import static io.bitten.local.market.SomeMarket.USDJPY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.bitten.core.market.Candle;
import io.bitten.core.market.Quote;
import io.bitten.core.market.Symbol;
import io.bitten.core.market.Timeframe;
import io.bitten.local.market.MarketPlayer.Span;
import io.bitten.local.market.Watch.Quoted;
import io.bitten.local.market.Watch.Reach;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class MarketPlayerTest {
  private static final Duration HOUR = Duration.ofHours(1);

  @Test
  void data_cut_at_a_moment_gives_the_same_answers_up_to_it() {
    for (long seed = 1; seed <= 20; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      List<Recording> whole = SomeMarket.hours(seed);
      Instant cut = MONDAY.plus(HOUR.multipliedBy(50 + random.nextInt(300)));
      List<Recording> known = whole.stream().map(recording -> recording.cutAt(cut)).toList();
      MarketPlayer all = new MarketPlayer(whole, seed);
      MarketPlayer past = new MarketPlayer(known, seed);
      for (int i = 0; i < 50; i++) {
        Instant asked = cut.minusMillis(1 + random.nextLong(HOUR.toMillis() * 40));
        for (Timeframe timeframe : Timeframe.values()) {
          assertThat(all.candles(USDJPY, timeframe, asked, 30))
              .as("seed %d, %s at %s", seed, timeframe, asked)
              .isEqualTo(past.candles(USDJPY, timeframe, asked, 30));
        }
        assertThat(all.quote(USDJPY, asked)).isEqualTo(past.quote(USDJPY, asked));
      }
    }
  }

  @Test
  void no_candle_is_told_before_it_closed() {
    MarketPlayer player = SomeMarket.player(3);
    Instant closes = MONDAY.plus(HOUR.multipliedBy(60));

    for (Timeframe timeframe : List.of(Timeframe.H1, Timeframe.H4, Timeframe.D1)) {
      for (int minute = 0; minute < 24 * 60; minute += 7) {
        Instant until = closes.plusSeconds(60L * minute);
        List<Candle> candles = player.candles(EURUSD, timeframe, until, 5);
        assertThat(candles).isNotEmpty().allMatch(it -> !it.closeTime().isAfter(until));
        assertThat(candles).isSortedAccordingTo((a, b) -> a.openTime().compareTo(b.openTime()));
      }
    }
    assertThat(player.candles(EURUSD, Timeframe.H1, closes, 1).getFirst().closeTime())
        .isEqualTo(closes);
    assertThat(
            player.candles(EURUSD, Timeframe.H1, closes.minusMillis(1), 1).getFirst().closeTime())
        .isEqualTo(closes.minus(HOUR));
  }

  @Test
  void every_bar_is_walked_through_its_four_prices_and_no_further() {
    for (long seed = 1; seed <= 10; seed++) {
      for (RecordedBar bar : SomeMarket.hours(seed).getFirst().bars().subList(0, 60)) {
        BarPath path = new BarPath(bar, seed, HOUR.toMillis());
        Side bid = walked(path, Quoted.BID);
        Side ask = walked(path, Quoted.ASK);
        assertThat(bid).as("seed %d, bar of %s", seed, bar.opened()).isEqualTo(bar.bid());
        assertThat(ask).as("seed %d, bar of %s", seed, bar.opened()).isEqualTo(bar.ask());
      }
    }
  }

  @Test
  void the_same_seed_walks_the_same_way_and_another_does_not() {
    Instant inside = MONDAY.plus(HOUR.multipliedBy(30)).plusSeconds(1_234);

    assertThat(SomeMarket.player(5).quote(EURUSD, inside))
        .isEqualTo(SomeMarket.player(5).quote(EURUSD, inside));
    List<Recording> market = SomeMarket.hours(5);
    long different =
        java.util.stream.LongStream.range(0, 20)
            .mapToObj(seed -> new MarketPlayer(market, seed).quote(EURUSD, inside))
            .distinct()
            .count();
    assertThat(different).isGreaterThan(10);
  }

  @Test
  void on_a_weekend_the_last_price_keeps_its_true_time() {
    MarketPlayer player = SomeMarket.player(1);
    Instant saturday = Instant.parse("2024-03-09T12:00:00Z");
    Instant friday = Instant.parse("2024-03-08T22:00:00Z");

    Quote quote = player.quote(EURUSD, saturday).orElseThrow();
    assertThat(player.isOpen(EURUSD, saturday)).isFalse();
    assertThat(player.isOpen(EURUSD, friday.minusMillis(1))).isTrue();
    assertThat(quote.at()).isEqualTo(friday.minusMillis(BarPath.TICK_MILLIS));
    assertThat(quote.bid())
        .isEqualTo(player.candles(EURUSD, Timeframe.H1, saturday, 1).getFirst().bid().close());
    assertThat(player.isOpen(EURUSD, Instant.parse("2024-03-10T21:00:00Z"))).isTrue();
  }

  @Test
  void a_quote_is_never_from_the_future_and_fresh_while_the_market_is_open() {
    MarketPlayer player = SomeMarket.player(2);
    for (long second = 0; second < 3600 * 50; second += 613) {
      Instant now = MONDAY.plusSeconds(second).plusMillis(second % 1000);
      Quote quote = player.quote(EURUSD, now).orElseThrow();
      assertThat(quote.age(now)).isBetween(Duration.ZERO, Duration.ofMillis(499));
    }
  }

  @Test
  void what_is_not_played_has_no_answer() {
    MarketPlayer player = SomeMarket.player(2);

    assertThat(player.quote(EURUSD, MONDAY.minusSeconds(1))).isEmpty();
    assertThat(player.quote(new Symbol("AUDNZD"), MONDAY)).isEmpty();
    assertThat(player.candles(EURUSD, Timeframe.M15, MONDAY.plus(HOUR), 5)).isEmpty();
    assertThatThrownBy(() -> player.candles(EURUSD, Timeframe.H1, MONDAY, -1))
        .hasMessageContaining("count");
    assertThatThrownBy(() -> player.startAfter(360)).hasMessageContaining("360 bars");
    assertThat(player.startAfter(24)).isEqualTo(MONDAY.plus(HOUR.multipliedBy(24)));
  }

  @Test
  void a_longer_candle_holds_the_whole_period() {
    MarketPlayer player =
        new MarketPlayer(
            List.of(
                SomeMarket.bars(
                    new long[] {100, 110, 90, 105},
                    new long[] {105, 120, 104, 118},
                    new long[] {118, 119, 80, 81},
                    new long[] {81, 99, 81, 98})),
            1);

    assertThat(player.candles(EURUSD, Timeframe.H4, MONDAY.plus(HOUR.multipliedBy(4)), 9))
        .singleElement()
        .satisfies(
            candle ->
                assertThat(candle.bid().toString())
                    .contains("0.00100", "0.00120", "0.00080", "0.00098"));
    assertThat(player.candles(EURUSD, Timeframe.H4, MONDAY.plus(HOUR.multipliedBy(3)), 9))
        .isEmpty();
  }

  @Test
  void a_touch_is_where_the_path_first_reaches_the_level() {
    MarketPlayer player =
        new MarketPlayer(
            List.of(
                SomeMarket.bars(
                    new long[] {110_000, 110_050, 109_900, 110_010},
                    new long[] {109_700, 109_720, 109_600, 109_650})),
            1);
    Span both = new Span(MONDAY, MONDAY.plus(HOUR.multipliedBy(2)));

    Touch inside = touch(player, both, 109_950).orElseThrow();
    assertThat(inside.price()).isEqualTo(109_950);
    assertThat(inside.tick().bid()).isLessThanOrEqualTo(109_950);
    assertThat(player.tick(EURUSD, inside.tick().time().minusMillis(1)).orElseThrow().bid())
        .isGreaterThan(109_950);
    Touch gap = touch(player, both, 109_800).orElseThrow();
    assertThat(gap).isEqualTo(new Touch(new Tick(MONDAY.plus(HOUR), 109_700, 109_710), 109_700));
    assertThat(touch(player, both, 109_599)).isEmpty();
    assertThat(touch(player, new Span(MONDAY, inside.tick().time().minusMillis(1)), 109_950))
        .isEmpty();
    assertThat(touch(player, new Span(MONDAY, inside.tick().time()), 109_950)).contains(inside);
  }

  @Test
  void the_recorded_hours_play() {
    Path file = Path.of("../../shared/data/eurusd-h1-bidask-oanda-2017-2018.csv.gz");
    assumeTrue(Files.exists(file), "no recorded prices at " + file.toAbsolutePath());

    MarketPlayer player = new MarketPlayer(List.of(Recording.read(file)), 1);
    Instant start = player.startAfter(1_300);
    assertThat(player.candles(EURUSD, Timeframe.H1, start, 1_300)).hasSize(1_300);
    assertThat(player.quote(EURUSD, start).orElseThrow().at()).isEqualTo(start);
    assertThat(player.isOpen(EURUSD, Instant.parse("2017-06-10T12:00:00Z"))).isFalse();
  }

  private static Optional<Touch> touch(MarketPlayer player, Span span, long level) {
    return player.firstTouch(EURUSD, span, new Watch(Quoted.BID, Reach.AT_OR_BELOW, level));
  }

  private static Side walked(BarPath path, Quoted quoted) {
    Watch watch = new Watch(quoted, Reach.AT_OR_ABOVE, 0);
    long high = Long.MIN_VALUE;
    long low = Long.MAX_VALUE;
    for (int i = 0; i < path.ticks(); i++) {
      long price = watch.of(path.at(i));
      high = Math.max(high, price);
      low = Math.min(low, price);
    }
    return new Side(watch.of(path.at(0)), high, low, watch.of(path.at(path.ticks() - 1)));
  }
}
