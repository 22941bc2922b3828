package io.bitten.core.market;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** A positive exact price. Keeps its scale for display; equal by value, so 1.10 equals 1.1000. */
public record Price(BigDecimal value) implements Comparable<Price> {
  public Price {
    if (value.signum() <= 0) {
      throw new IllegalArgumentException("price must be positive: " + value);
    }
  }

  public static Price of(String text) {
    return new Price(new BigDecimal(text));
  }

  /** Rounds half up to the given number of decimals. */
  public Price rounded(int digits) {
    return new Price(value.setScale(digits, RoundingMode.HALF_UP));
  }

  public Price plus(BigDecimal distance) {
    return new Price(value.add(distance));
  }

  /** The unsigned distance to another price. */
  public BigDecimal distanceTo(Price other) {
    return value.subtract(other.value).abs();
  }

  public boolean above(Price other) {
    return compareTo(other) > 0;
  }

  public boolean below(Price other) {
    return compareTo(other) < 0;
  }

  @Override
  public int compareTo(Price other) {
    return value.compareTo(other.value);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Price price && value.compareTo(price.value) == 0;
  }

  @Override
  public int hashCode() {
    return value.stripTrailingZeros().hashCode();
  }

  @Override
  public String toString() {
    return value.toPlainString();
  }
}
