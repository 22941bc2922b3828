package io.bitten.core;

import io.bitten.core.market.Direction;
import io.bitten.core.market.Price;
import io.bitten.core.market.Timeframe;
import io.bitten.core.signal.Odds;
import io.bitten.core.signal.Signal;
import io.bitten.core.signal.SignalClass;
import io.bitten.core.signal.SignalId;
import io.bitten.core.signal.Tcs;
import io.bitten.core.signal.Verdict;
import java.math.BigDecimal;
import java.util.List;

/** The signals and odds of {@link Some}. */
final class SomeSignals {
  private SomeSignals() {}

  static Signal signal(int number) {
    return new Signal(
        new SignalId("SIG_20240102_%03d".formatted(number)),
        Some.EURUSD,
        Direction.BUY,
        Price.of("1.10000"),
        Price.of("1.09800"),
        Price.of("1.10300"),
        new Tcs(85),
        SignalClass.PRECISION,
        odds(),
        List.of(
            new Verdict("technical", new BigDecimal("1.00"), "trend and pullback agree"),
            new Verdict("news", new BigDecimal("1.00"), "no high-impact event is near")),
        "Bullish trend pullback",
        "m-3f2a91c0",
        Timeframe.H1,
        Some.NOW.minusSeconds(3600L * number),
        5,
        Some.NOW.plusSeconds(number),
        Some.NOW.plusSeconds(180L + number),
        Some.correlation());
  }

  static Odds odds() {
    return new Odds.Measured(
        812,
        333,
        new BigDecimal("37.7"),
        new BigDecimal("44.4"),
        new BigDecimal("40.6"),
        new BigDecimal("0.02"));
  }
}
