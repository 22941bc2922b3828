package io.bitten.adapters.ta4j;

import static org.assertj.core.api.Assertions.assertThat;

import io.bitten.core.market.Candle;
import io.bitten.core.signal.LookAhead;
import io.bitten.core.signal.LookAhead.Cuts;
import io.bitten.core.signal.PlainIndicators;
import io.bitten.core.signal.Reading;
import io.bitten.core.signal.SomeSignalRules;
import io.bitten.core.signal.Walk;
import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class Ta4jIndicatorsTest {
  private static final List<Candle> CANDLES = Walk.of(21, 3_000, 10);

  private static List<Reading> anew(List<Candle> candles) {
    return new Ta4jIndicators().read(candles);
  }

  @Test
  void a_reading_depends_on_its_candle_and_earlier_ones_only() {
    List<Candle> candles = CANDLES.subList(0, 1_500);

    assertThat(
            LookAhead.changed(
                candles, Ta4jIndicatorsTest::anew, SomeSignalRules.quick(), new Cuts(200, 42)))
        .isZero();
  }

  @Test
  void a_series_that_grows_reads_the_same_as_one_read_anew() {
    Ta4jIndicators growing = new Ta4jIndicators();
    for (int size : List.of(1, 2, 300, 300, 301, 1_000)) {
      assertThat(growing.read(CANDLES.subList(0, size))).isEqualTo(anew(CANDLES.subList(0, size)));
    }
    assertThat(growing.read(CANDLES.subList(100, 700))).isEqualTo(anew(CANDLES.subList(100, 700)));
    assertThat(growing.read(List.of())).isEmpty();
  }

  @Test
  void values_agree_with_the_textbook_once_warm() {
    List<Reading> ours = anew(CANDLES);
    List<Reading> textbook = new PlainIndicators().read(CANDLES);

    for (int i = 1_500; i < CANDLES.size(); i++) {
      Reading one = ours.get(i);
      Reading other = textbook.get(i);
      assertThat(one.emaFast()).isEqualTo(other.emaFast(), Offset.offset(1e-9));
      assertThat(one.emaSlow()).isEqualTo(other.emaSlow(), Offset.offset(1e-9));
      assertThat(one.emaTrend()).isEqualTo(other.emaTrend(), Offset.offset(1e-6));
      assertThat(one.atr()).isEqualTo(other.atr(), Offset.offset(1e-9));
      assertThat(one.rsi()).isEqualTo(other.rsi(), Offset.offset(1e-6));
      assertThat(one.adx()).isEqualTo(other.adx(), Offset.offset(1e-6));
      assertThat(one.macdHistogram()).isEqualTo(other.macdHistogram(), Offset.offset(1e-9));
    }
  }

  @Test
  void a_cold_start_agrees_with_a_long_run_after_five_times_the_longest_average() {
    Reading longRun = anew(CANDLES).getLast();

    assertThat(cold(400).emaTrend()).isNotCloseTo(longRun.emaTrend(), Offset.offset(1e-6));
    assertThat(cold(1_000).emaTrend()).isEqualTo(longRun.emaTrend(), Offset.offset(5e-6));
    assertThat(cold(1_000).adx()).isEqualTo(longRun.adx(), Offset.offset(1e-6));
    assertThat(cold(1_000).rsi()).isEqualTo(longRun.rsi(), Offset.offset(1e-6));
  }

  @Test
  void an_indicator_that_has_seen_too_little_says_nothing() {
    List<Reading> readings = anew(CANDLES);

    assertThat(readings.get(198).emaTrend()).isNaN();
    assertThat(readings.get(200).emaTrend()).isFinite();
    assertThat(readings.getFirst().atr()).isNaN();
  }

  private static Reading cold(int candles) {
    return anew(CANDLES.subList(CANDLES.size() - candles, CANDLES.size())).getLast();
  }
}
