package io.bitten.core.signal;

import io.bitten.core.market.Direction;
import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * What the technical source sees in one closed candle.
 *
 * @param weight how much of what makes a good entry is there, 0..1
 * @param stretch the close's distance beyond EMA 20, in ATR
 */
record Lean(Direction direction, double weight, double stretch, double rsi) {
  private static final double NEAR_AVERAGE = 0.75;

  String pattern() {
    String kind = stretch < NEAR_AVERAGE ? "trend pullback" : "trend momentum";
    return switch (direction) {
      case BUY -> "Bullish " + kind;
      case SELL -> "Bearish " + kind;
    };
  }

  Verdict verdict() {
    String reason =
        switch (direction) {
          case BUY -> "EMA 20 above EMA 50, close above EMA 200, momentum rising, RSI %d.";
          case SELL -> "EMA 20 below EMA 50, close below EMA 200, momentum falling, RSI %d.";
        };
    return new Verdict(
        "technical",
        BigDecimal.valueOf(weight).setScale(3, RoundingMode.HALF_UP),
        reason.formatted(Math.round(rsi)));
  }
}
