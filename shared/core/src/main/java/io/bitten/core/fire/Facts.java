package io.bitten.core.fire;

import io.bitten.core.Versioned;
import io.bitten.core.risk.Refusal;
import io.bitten.core.risk.RiskBook;
import io.bitten.core.risk.RiskCase;

/** What could be read for a decision: all of it, or the refusal that a missing part means. */
sealed interface Facts {
  record Complete(RiskCase risk, Versioned<RiskBook> book) implements Facts {}

  record Missing(Refusal refusal) implements Facts {}
}
