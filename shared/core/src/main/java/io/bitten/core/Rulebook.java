package io.bitten.core;

import io.bitten.core.account.Tier;
import io.bitten.core.risk.RiskLimits;
import io.bitten.core.risk.TierRules;
import io.bitten.core.signal.SignalRulebook;
import java.util.Map;

/** Every number the operator can read and change, loaded from {@code config/trading.yml}. */
public record Rulebook(
    Map<Tier, TierRules> tiers, RiskLimits limits, SignalRulebook signals, String termsVersion) {
  public Rulebook {
    tiers = Map.copyOf(tiers);
    for (Tier tier : Tier.values()) {
      if (!tiers.containsKey(tier)) {
        throw new IllegalArgumentException("tiers: " + tier + " is missing");
      }
    }
  }

  public TierRules of(Tier tier) {
    return tiers.get(tier);
  }
}
