package io.bitten.core.risk;

import io.bitten.core.market.Lots;

/** How much the trader wants to trade. */
public sealed interface Ask {
  /** As much as the risk limits allow. */
  record ByRisk() implements Ask {}

  /** Exactly these lots, or a refusal. */
  record Exactly(Lots lots) implements Ask {}
}
