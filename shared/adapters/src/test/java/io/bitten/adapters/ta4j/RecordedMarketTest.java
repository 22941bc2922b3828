package io.bitten.adapters.ta4j;

import static org.assertj.core.api.Assertions.assertThat;

import io.bitten.core.market.Candle;
import io.bitten.core.signal.Backtest;
import io.bitten.core.signal.LookAhead;
import io.bitten.core.signal.SignalClass;
import io.bitten.core.signal.SomeSignalRules;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

class RecordedMarketTest {
  @Test
  void two_recorded_years_give_signals_of_every_class() throws IOException {
    List<Candle> hours = RecordedCandles.hours();
    Backtest result = Backtest.run(hours, new Ta4jIndicators(), SomeSignalRules.hourly());
    System.out.println(result.candles() + " candles, " + result.setups() + " setups");
    for (SignalClass each : SignalClass.values()) {
      System.out.println(each + " " + result.byClass().get(each));
      assertThat(result.byClass().get(each).signals()).isPositive();
    }
  }

  @Test
  void a_recorded_candle_cut_off_from_its_future_is_scored_the_same() throws IOException {
    List<Candle> hours = RecordedCandles.hours().subList(0, 1_200);

    int changed =
        LookAhead.changed(
            hours,
            candles -> new Ta4jIndicators().read(candles),
            SomeSignalRules.quick(),
            new LookAhead.Cuts(60, 43));

    assertThat(changed).isZero();
  }
}
