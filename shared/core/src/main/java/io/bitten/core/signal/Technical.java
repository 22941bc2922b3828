package io.bitten.core.signal;

import io.bitten.core.market.Direction;
import java.util.Optional;

/**
 * The technical source. It sees a setup when the trend is aligned (EMA 20 against EMA 50, close
 * against EMA 200), the close is on the trend's side of EMA 20, MACD's histogram turns the trend's
 * way and RSI is neither weak nor exhausted. Its terms are ratios to ATR, so that pairs and years
 * compare; the weight is their weighted mean.
 */
final class Technical {
  private static final double RSI_WEAK = 45;
  private static final double RSI_EXHAUSTED = 75;
  private static final double RSI_BEST = 58;

  private Technical() {}

  /** The setup of a candle from its reading and the one before, or none. */
  static Optional<Lean> look(Reading before, Reading now) {
    if (!(now.atr() > 0)) {
      return Optional.empty();
    }
    Direction direction = now.emaFast() > now.emaSlow() ? Direction.BUY : Direction.SELL;
    double sign =
        switch (direction) {
          case BUY -> 1;
          case SELL -> -1;
        };
    double spread = sign * (now.emaFast() - now.emaSlow()) / now.atr();
    double stretch = sign * (now.close() - now.emaFast()) / now.atr();
    double turn = sign * (now.macdHistogram() - before.macdHistogram()) / now.atr();
    double rsi = 50 + sign * (now.rsi() - 50);
    boolean aligned = spread > 0 && sign * (now.close() - now.emaTrend()) > 0;
    boolean triggered = stretch > 0 && turn > 0 && rsi > RSI_WEAK && rsi < RSI_EXHAUSTED;
    if (!aligned || !triggered) {
      return Optional.empty();
    }
    double slope = sign * (now.emaFast() - before.emaFast()) / now.atr();
    double longer = sign * (now.emaSlow() - now.emaTrend()) / now.atr();
    double weight =
        0.25 * unit(spread)
            + 0.15 * unit(longer / 2)
            + 0.20 * unit(slope * 10)
            + 0.15 * unit(turn * 20)
            + 0.15 * Math.exp(-stretch)
            + 0.10 * (1 - Math.abs(rsi - RSI_BEST) / 50);
    return Optional.of(new Lean(direction, weight, stretch, now.rsi()));
  }

  /** Squeezes any ratio into 0..1, one half at zero, ever rising. */
  private static double unit(double ratio) {
    return 0.5 * (1 + ratio / (1 + Math.abs(ratio)));
  }
}
