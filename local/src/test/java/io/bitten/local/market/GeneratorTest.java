package io.bitten.local.market;

import static io.bitten.local.market.SomeMarket.MONDAY;
import static org.assertj.core.api.Assertions.assertThat;

import io.bitten.core.market.Timeframe;
import io.bitten.core.market.TradingWeek;
import io.bitten.local.market.Generator.Stretch;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;

class GeneratorTest {
  private static final Stretch YEAR = new Stretch(MONDAY, Timeframe.H1, 6_000);

  @Test
  void the_same_seed_makes_the_same_market() {
    assertThat(bars(7)).isEqualTo(bars(7)).isNotEqualTo(bars(8));
  }

  @Test
  void no_bar_opens_on_a_weekend_in_any_season() {
    assertThat(bars(7)).allMatch(bar -> TradingWeek.isOpen(bar.opened()));
    assertThat(bars(7).stream().filter(bar -> opensTheWeek(bar.opened())).count())
        .isGreaterThan(40);
  }

  @Test
  void prices_move_like_a_currency_pair() {
    List<RecordedBar> bars = bars(11);

    double hourly =
        bars.stream().mapToLong(bar -> bar.bid().high() - bar.bid().low()).average().orElseThrow();
    assertThat(hourly).as("mean range of an hour, points").isBetween(80.0, 320.0);
    assertThat(bars).allMatch(bar -> bar.bid().close() > 80_000 && bar.bid().close() < 150_000);
    assertThat(range(bars, 14)).isGreaterThan(1.5 * range(bars, 3));
    assertThat(bars).allMatch(bar -> bar.ask().open() > bar.bid().open());
  }

  @Test
  void any_start_and_timeframe_will_do() {
    Instant saturday = Instant.parse("2025-08-02T11:17:30Z");
    Recording minutes =
        Generator.recording(
            GeneratedPair.USUAL.getFirst(), new Stretch(saturday, Timeframe.M5, 500), 1);

    assertThat(minutes.start()).isEqualTo(Instant.parse("2025-08-03T21:00:00Z"));
    assertThat(minutes.bars().get(1).opened()).isEqualTo(minutes.start().plusSeconds(300));
  }

  private static List<RecordedBar> bars(long seed) {
    return Generator.recording(GeneratedPair.USUAL.getFirst(), YEAR, seed).bars();
  }

  private static boolean opensTheWeek(Instant opened) {
    return !TradingWeek.isOpen(opened.minus(Duration.ofHours(1)));
  }

  private static double range(List<RecordedBar> bars, int hour) {
    return bars.stream()
        .filter(bar -> bar.opened().atOffset(ZoneOffset.UTC).getHour() == hour)
        .mapToLong(bar -> bar.bid().high() - bar.bid().low())
        .average()
        .orElseThrow();
  }
}
