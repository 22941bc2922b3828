package io.bitten.core.market;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * What the trading terminal says about a pair. Without it there is no trade.
 *
 * @param symbol the canonical pair
 * @param terminalName the broker's own name, with its suffix
 * @param digits decimals of a price; one point is 10^-digits
 * @param contractSize units of the base currency in one lot
 * @param tickSize smallest price step
 * @param tickValue what one tick against a position of one lot costs, in account currency
 * @param volumeMin smallest volume, lots
 * @param volumeStep volume step, lots
 * @param volumeMax largest volume, lots
 * @param stopsLevelPoints smallest distance of a stop from the price, in points
 */
public record SymbolSpec(
    Symbol symbol,
    String terminalName,
    int digits,
    BigDecimal contractSize,
    BigDecimal tickSize,
    BigDecimal tickValue,
    Lots volumeMin,
    Lots volumeStep,
    Lots volumeMax,
    int stopsLevelPoints) {
  public SymbolSpec {
    if (digits < 0 || digits > 8) {
      throw new IllegalArgumentException("digits must be 0..8: " + digits);
    }
    if (contractSize.signum() <= 0 || tickSize.signum() <= 0 || tickValue.signum() <= 0) {
      throw new IllegalArgumentException(
          "contract size, tick size and tick value must be positive for " + symbol);
    }
    if (stopsLevelPoints < 0) {
      throw new IllegalArgumentException("stops level must not be negative: " + stopsLevelPoints);
    }
  }

  /** The smallest volume that can be traded: not below the minimum, and on the step. */
  public Lots smallestVolume() {
    BigDecimal step = volumeStep.value();
    return new Lots(volumeMin.value().divide(step, 0, RoundingMode.CEILING).multiply(step));
  }

  /**
   * The price with the pair's decimals, as which terminals mean it: many tell 1.1 for 1.10000, or
   * 1.1000000000000001. As it is where nothing of it would be left.
   */
  public Price written(Price told) {
    return told.value().compareTo(point()) < 0 ? told : told.rounded(digits);
  }

  /** One point as a price distance. */
  public BigDecimal point() {
    return BigDecimal.ONE.scaleByPowerOfTen(-digits);
  }
}
