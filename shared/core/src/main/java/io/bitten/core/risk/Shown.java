package io.bitten.core.risk;

import io.bitten.core.market.Price;

/** The price a trader saw when deciding. */
public sealed interface Shown {
  /** Nothing yet: the current price will be shown. */
  record Nothing() implements Shown {}

  record At(Price price) implements Shown {}
}
