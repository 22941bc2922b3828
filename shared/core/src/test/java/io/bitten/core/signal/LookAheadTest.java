package io.bitten.core.signal;

import static org.assertj.core.api.Assertions.assertThat;

import io.bitten.core.market.Candle;
import io.bitten.core.signal.LookAhead.Cuts;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LookAheadTest {
  private static final Cuts CUTS = new Cuts(200, 41);

  /** Shows each candle the indicator values of the one after it. */
  static final Indicators PEEKING =
      candles -> {
        List<Reading> honest = new PlainIndicators().read(candles);
        List<Reading> early =
            new ArrayList<>(honest.subList(Math.min(1, honest.size()), honest.size()));
        early.add(honest.getLast());
        return early;
      };

  @Test
  void a_candle_cut_off_from_its_future_is_scored_the_same() {
    List<Candle> candles = Walk.of(7, 2_000, 10);

    assertThat(Story.of(candles, new PlainIndicators(), SomeSignalRules.quick()))
        .filteredOn(Finding.Scored.class::isInstance)
        .hasSizeGreaterThan(50);
    assertThat(LookAhead.changed(candles, new PlainIndicators(), SomeSignalRules.quick(), CUTS))
        .isZero();
  }

  @Test
  void an_indicator_that_sees_one_candle_ahead_is_caught() {
    assertThat(LookAhead.changed(Walk.of(7, 2_000, 10), PEEKING, SomeSignalRules.quick(), CUTS))
        .isPositive();
  }

  @Test
  void the_same_candles_are_scored_the_same_bit_for_bit() {
    List<Candle> candles = Walk.of(8, 1_500, 10);

    assertThat(Story.of(candles, new PlainIndicators(), SomeSignalRules.quick()))
        .isEqualTo(Story.of(candles, new PlainIndicators(), SomeSignalRules.quick()));
  }
}
