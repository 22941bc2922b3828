package io.bitten.core.risk;

import io.bitten.core.market.SymbolSpec;
import java.math.BigDecimal;

/**
 * What one lot loses, in account currency, for each unit the price goes against it, kept as a
 * fraction: a quotient rounded before the last division can cost a lot step.
 */
public record LossRate(BigDecimal numerator, BigDecimal denominator) {
  public LossRate {
    if (numerator.signum() <= 0 || denominator.signum() <= 0) {
      throw new IllegalArgumentException(
          "a loss rate is positive: " + numerator + "/" + denominator);
    }
  }

  /** The terminal's own figures: tick value over tick size. */
  public static LossRate of(SymbolSpec spec) {
    return new LossRate(spec.tickValue(), spec.tickSize());
  }
}
