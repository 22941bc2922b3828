package io.bitten.core.signal;

import io.bitten.core.market.Candle;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayDeque;
import java.util.Queue;

/**
 * The measured outcomes of one class. It trades one setup at a time: a setup that comes while an
 * earlier one of the class is open is not counted, because overlapping trades share their fate and
 * would make the interval narrower than the evidence.
 */
final class TrackRecord {
  private final SignalRulebook rules;
  private final Queue<PaperTrade> open = new ArrayDeque<>(1);
  private int n;
  private int wins;
  private double sumR;
  private double sumLostR;

  TrackRecord(SignalRulebook rules) {
    this.rules = rules;
  }

  /** Lets a closed candle act on the open trade. */
  void take(Candle candle) {
    if (open.isEmpty()) {
      return;
    }
    switch (open.element().take(candle)) {
      case PaperTrade.Step.Open() -> {}
      case PaperTrade.Step.Closed(boolean won, double r) -> {
        open.remove();
        n++;
        wins += won ? 1 : 0;
        sumR += r;
        sumLostR += won ? 0 : r;
      }
    }
  }

  /** Opens a trade for a setup of the candle just taken, unless one is open. */
  void follow(Setup setup) {
    if (open.isEmpty()) {
      open.add(new PaperTrade(setup.direction(), setup.atr(), rules));
    }
  }

  Odds odds() {
    if (n < rules.minimumOutcomes() || n == 0) {
      return new Odds.NotEnough(n);
    }
    Wilson interval = Wilson.of(wins, n);
    return new Odds.Measured(
        n,
        wins,
        decimal(100 * interval.low(), 1),
        decimal(100 * interval.high(), 1),
        decimal(100 * breakEven(), 1),
        decimal(sumR / n, 3));
  }

  /** The win rate at which the mean win and the mean of all other outcomes cancel. */
  private double breakEven() {
    double win = rules.rewardToRisk().doubleValue();
    double loss = n == wins ? 1 : Math.max(0, -sumLostR / (n - wins));
    return loss / (win + loss);
  }

  private static BigDecimal decimal(double value, int scale) {
    return BigDecimal.valueOf(value).setScale(scale, RoundingMode.HALF_UP);
  }
}
