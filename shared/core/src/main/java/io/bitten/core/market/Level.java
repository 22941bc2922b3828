package io.bitten.core.market;

/** A stop loss or take profit as a broker shows it: at a price, or not there. */
public sealed interface Level {
  record At(Price price) implements Level {}

  record Absent() implements Level {}

  static Level at(Price price) {
    return new At(price);
  }

  static Level absent() {
    return new Absent();
  }
}
