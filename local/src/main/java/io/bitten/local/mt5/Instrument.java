package io.bitten.local.mt5;

import io.bitten.core.market.Symbol;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.EnumSet;
import java.util.OptionalLong;
import java.util.Set;

/**
 * A pair as one terminal trades it.
 *
 * @param terminalName the broker's own name, perhaps with a suffix
 * @param digits decimals of a price; one point is 10^-digits, and is the tick size
 * @param contractSize units of the base currency in one lot
 * @param volumes smallest, step and largest volume in lots
 * @param stopsLevel smallest distance of a stop from the price, in points
 * @param swaps what a night costs (negative) or earns, in points
 */
public record Instrument(
    Symbol symbol,
    String terminalName,
    int digits,
    BigDecimal contractSize,
    Volumes volumes,
    int stopsLevel,
    Set<Filling> fillings,
    TradeMode tradeMode,
    Swaps swaps) {
  public Instrument {
    fillings = Set.copyOf(fillings);
  }

  /** Lots. */
  public record Volumes(BigDecimal min, BigDecimal step, BigDecimal max) {
    /** Between the bounds and on the step. */
    public boolean allow(BigDecimal lots) {
      return lots.compareTo(min) >= 0
          && lots.compareTo(max) <= 0
          && lots.remainder(step).signum() == 0;
    }

    /** The largest allowed volume that is not above the given one; may be below the smallest. */
    BigDecimal floor(BigDecimal lots) {
      return lots.divide(step, 0, RoundingMode.DOWN).multiply(step);
    }
  }

  /** Points a night of one lot. */
  public record Swaps(BigDecimal buy, BigDecimal sell) {}

  /** How a market order may be filled. */
  public enum Filling {
    FOK(1),
    IOC(2);

    private final int bit;

    Filling(int bit) {
      this.bit = bit;
    }

    /** The bit of SYMBOL_FILLING_MODE. */
    public int bit() {
      return bit;
    }
  }

  /** What the broker allows in the pair. */
  public enum TradeMode {
    DISABLED,
    LONGONLY,
    SHORTONLY,
    CLOSEONLY,
    FULL
  }

  /** A full-size contract of 100,000 as most brokers offer it. */
  public static Instrument usual(Symbol symbol, String suffix, int digits) {
    return new Instrument(
        symbol,
        symbol.code() + suffix,
        digits,
        BigDecimal.valueOf(100_000),
        new Volumes(new BigDecimal("0.01"), new BigDecimal("0.01"), BigDecimal.valueOf(50)),
        10,
        EnumSet.allOf(Filling.class),
        TradeMode.FULL,
        new Swaps(new BigDecimal("-6.5"), new BigDecimal("1.5")));
  }

  public Instrument withTradeMode(TradeMode mode) {
    return new Instrument(
        symbol, terminalName, digits, contractSize, volumes, stopsLevel, fillings, mode, swaps);
  }

  public BigDecimal point() {
    return BigDecimal.ONE.movePointLeft(digits);
  }

  public BigDecimal price(long points) {
    return BigDecimal.valueOf(points, digits);
  }

  /** The price in points, or empty when it is not a multiple of a point or out of range. */
  public OptionalLong points(BigDecimal price) {
    if (price.signum() < 0 || price.precision() > 15 || Math.abs(price.scale()) > 15) {
      return OptionalLong.empty();
    }
    BigDecimal points = price.movePointRight(digits);
    return points.stripTrailingZeros().scale() > 0
        ? OptionalLong.empty()
        : OptionalLong.of(points.longValueExact());
  }
}
