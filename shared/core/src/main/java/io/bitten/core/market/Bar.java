package io.bitten.core.market;

/** Open, high, low and close of one side of the market; the high is highest and the low lowest. */
public record Bar(Price open, Price high, Price low, Price close) {
  public Bar {
    if (high.below(open) || high.below(close) || low.above(open) || low.above(close)) {
      throw new IllegalArgumentException(
          "bar is not consistent: open %s high %s low %s close %s"
              .formatted(open, high, low, close));
    }
  }
}
