package io.bitten.core.market;

/** Which way a trade profits. */
public enum Direction {
  BUY,
  SELL;

  public Direction opposite() {
    return switch (this) {
      case BUY -> SELL;
      case SELL -> BUY;
    };
  }
}
