package io.bitten.local.market;

/** Open, high, low and close of one side of a bar, in points of its symbol. */
record Side(long open, long high, long low, long close) {
  Side {
    if (high < open || high < close || low > open || low > close || low <= 0) {
      throw new IllegalArgumentException(
          "not a bar: open %d high %d low %d close %d".formatted(open, high, low, close));
    }
  }

  /** The same shape, a fixed number of points higher. */
  Side above(long points) {
    return new Side(open + points, high + points, low + points, close + points);
  }

  /** This stretch and the one after it as one. */
  Side then(Side next) {
    return new Side(open, Math.max(high, next.high), Math.min(low, next.low), next.close);
  }
}
