package io.bitten.core;

import io.bitten.core.account.Tier;
import io.bitten.core.billing.BillingTerms;
import io.bitten.core.risk.RiskLimits;
import io.bitten.core.risk.TierRules;
import io.bitten.core.signal.SignalClass;
import io.bitten.core.signal.SignalRulebook;
import io.bitten.core.signal.Tcs;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;

/**
 * Every number the operator can read and change, loaded from {@code config/trading.yml}.
 *
 * @param alertsAMinute most alerts to one chat in any minute
 */
public record Rulebook(
    Map<Tier, TierRules> tiers,
    RiskLimits limits,
    SignalRulebook signals,
    String termsVersion,
    BillingTerms billing,
    int alertsAMinute) {
  public Rulebook {
    tiers = Map.copyOf(tiers);
    for (Tier tier : Tier.values()) {
      if (!tiers.containsKey(tier)) {
        throw new IllegalArgumentException("tiers: " + tier + " is missing");
      }
    }
    if (alertsAMinute < 1) {
      throw new IllegalArgumentException("alertsAMinute must be positive: " + alertsAMinute);
    }
  }

  public Rulebook with(Map<Tier, TierRules> tiers) {
    return new Rulebook(tiers, limits, signals, termsVersion, billing, alertsAMinute);
  }

  public Rulebook with(RiskLimits limits) {
    return new Rulebook(tiers, limits, signals, termsVersion, billing, alertsAMinute);
  }

  public Rulebook with(SignalRulebook signals) {
    return new Rulebook(tiers, limits, signals, termsVersion, billing, alertsAMinute);
  }

  public TierRules of(Tier tier) {
    return tiers.get(tier);
  }

  /** The lowest tier above this one that may fire such a signal; empty where none may. */
  public Optional<Tier> unlocking(Tier from, SignalClass signalClass, Tcs tcs) {
    return Arrays.stream(Tier.values())
        .filter(tier -> tier.compareTo(from) > 0)
        .filter(tier -> of(tier).mayFire(signalClass, tcs))
        .findFirst();
  }
}
