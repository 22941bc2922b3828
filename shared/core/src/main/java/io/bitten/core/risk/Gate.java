package io.bitten.core.risk;

import java.util.Optional;

/** One check before an order; empty lets it pass. */
@FunctionalInterface
interface Gate {
  Optional<Refusal> check(RiskCase facts);
}
