package io.bitten.core.risk;

import io.bitten.core.market.Lots;
import io.bitten.core.market.SymbolSpec;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Optional;

/**
 * How many lots lose no more than a given amount: risk / (distance x rate + commission), in one
 * exact division, rounded down to the volume step.
 *
 * @param distance from entry to stop, slippage reserve included, as a price distance
 * @param commission round turn for one lot, account currency
 */
public record Sizing(BigDecimal distance, LossRate rate, BigDecimal commission) {
  private static final MathContext DIGITS = new MathContext(16, RoundingMode.UP);

  public Sizing {
    if (distance.signum() <= 0) {
      throw new IllegalArgumentException("the stop distance must be positive: " + distance);
    }
  }

  /** The most lots within the risk, or empty when even the smallest volume is too much. */
  public Optional<Lots> lots(BigDecimal risk, SymbolSpec spec) {
    BigDecimal step = spec.volumeStep().value();
    BigDecimal top = risk.max(BigDecimal.ZERO).multiply(rate.denominator());
    BigDecimal steps =
        top.divideToIntegralValue(lossTimesDenominator().multiply(step))
            .min(spec.volumeMax().value().divideToIntegralValue(step));
    BigDecimal lots = steps.multiply(step);
    if (lots.compareTo(spec.volumeMin().value()) < 0) {
      return Optional.empty();
    }
    return Optional.of(
        new Lots(lots.setScale(Math.max(0, step.scale()), RoundingMode.UNNECESSARY)));
  }

  /** What these lots lose at the stop, rounded up where it has too many digits. */
  public BigDecimal loss(Lots lots) {
    return lossTimesDenominator().multiply(lots.value()).divide(rate.denominator(), DIGITS);
  }

  private BigDecimal lossTimesDenominator() {
    return distance.multiply(rate.numerator()).add(commission.multiply(rate.denominator()));
  }
}
