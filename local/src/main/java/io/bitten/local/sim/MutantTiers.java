package io.bitten.local.sim;

import io.bitten.core.Rulebook;
import io.bitten.core.account.Tier;
import io.bitten.core.risk.TierRules;
import io.bitten.core.signal.SignalClass;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;

/** A rulebook that shows every class to every tier. */
final class MutantTiers {
  private MutantTiers() {}

  static Rulebook seeingAll(Rulebook rules) {
    Map<Tier, TierRules> tiers = new EnumMap<>(Tier.class);
    rules.tiers().forEach((tier, may) -> tiers.put(tier, seeingAll(may)));
    return rules.with(tiers);
  }

  private static TierRules seeingAll(TierRules may) {
    return new TierRules(
        may.priceUsd(),
        may.accounts(),
        EnumSet.allOf(SignalClass.class),
        may.fireable(),
        may.minimumTcs(),
        may.firesADay(),
        may.openPositions(),
        may.dailyLossPercent());
  }
}
