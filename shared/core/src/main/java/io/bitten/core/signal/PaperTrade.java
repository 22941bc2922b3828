package io.bitten.core.signal;

import io.bitten.core.market.Bar;
import io.bitten.core.market.Candle;
import io.bitten.core.market.Direction;
import io.bitten.core.market.Price;

/**
 * One setup traded on paper by the published outcome rule: entered at the next candle's open, on
 * the ask for a purchase and the bid for a sale; stop and target lie their distances from that
 * entry; the exit is on the other side of the market, so that the spread is paid. When a candle
 * touches both, the stop counts. A candle that opens beyond the stop counts by its open, one that
 * opens beyond the target by the target. After {@code outcomeBars} candles the close counts.
 */
final class PaperTrade {
  private final double sign;
  private final double risk;
  private final double rewardToRisk;
  private final int outcomeBars;
  private double entry = Double.NaN;
  private int bars;

  /** What a candle did to the trade. */
  sealed interface Step {
    record Open() implements Step {}

    /**
     * @param won the target came first
     * @param r the result in units of the risk
     */
    record Closed(boolean won, double r) implements Step {}
  }

  private static final Step OPEN = new Step.Open();

  PaperTrade(Direction direction, double atr, SignalRulebook rules) {
    this.sign =
        switch (direction) {
          case BUY -> 1;
          case SELL -> -1;
        };
    this.risk = atr * rules.stopAtr().doubleValue();
    this.rewardToRisk = rules.rewardToRisk().doubleValue();
    this.outcomeBars = rules.outcomeBars();
  }

  /** Takes the next closed candle after the setup's own. */
  Step take(Candle candle) {
    Bar enters = sign > 0 ? candle.ask() : candle.bid();
    Bar exits = sign > 0 ? candle.bid() : candle.ask();
    if (bars == 0) {
      entry = of(enters.open());
    }
    bars++;
    double worst = sign > 0 ? of(exits.low()) : of(exits.high());
    double best = sign > 0 ? of(exits.high()) : of(exits.low());
    if (inR(worst) <= -1) {
      return new Step.Closed(false, Math.min(-1, inR(of(exits.open()))));
    }
    if (inR(best) >= rewardToRisk) {
      return new Step.Closed(true, rewardToRisk);
    }
    return bars < outcomeBars ? OPEN : new Step.Closed(false, inR(of(exits.close())));
  }

  private double inR(double price) {
    return sign * (price - entry) / risk;
  }

  private static double of(Price price) {
    return price.value().doubleValue();
  }
}
