package io.bitten.core.market;

import java.math.BigDecimal;

/** A trade's volume in lots, more than zero. Equal by value. */
public record Lots(BigDecimal value) implements Comparable<Lots> {
  public Lots {
    if (value.signum() <= 0) {
      throw new IllegalArgumentException("lots must be positive: " + value);
    }
  }

  public static Lots of(String text) {
    return new Lots(new BigDecimal(text));
  }

  @Override
  public int compareTo(Lots other) {
    return value.compareTo(other.value);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Lots lots && value.compareTo(lots.value) == 0;
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
