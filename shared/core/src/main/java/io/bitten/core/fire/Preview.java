package io.bitten.core.fire;

import io.bitten.core.risk.Refusal;
import java.util.List;

/** What a trader is told before confirming. */
public sealed interface Preview {
  /** The card to confirm, with what should be known about it. */
  record Ready(Offer offer, List<String> warnings) implements Preview {
    public Ready {
      warnings = List.copyOf(warnings);
    }
  }

  record Refused(Refusal refusal) implements Preview {}
}
