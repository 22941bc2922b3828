package io.bitten.core.risk;

import io.bitten.core.order.Terms;
import java.util.List;

/** What the risk rules say to an idea. */
public sealed interface RiskDecision {
  /** It may be placed on these terms. */
  record Approved(Terms terms, List<String> warnings) implements RiskDecision {
    public Approved {
      warnings = List.copyOf(warnings);
    }
  }

  record Refused(Refusal refusal) implements RiskDecision {}
}
