package io.bitten.core;

import io.bitten.core.account.AccountMode;
import io.bitten.core.account.Tier;
import io.bitten.core.billing.BillingTerms;
import io.bitten.core.market.Symbol;
import io.bitten.core.market.Timeframe;
import io.bitten.core.risk.RiskLimits;
import io.bitten.core.risk.Session;
import io.bitten.core.risk.TierRules;
import io.bitten.core.signal.SignalClass;
import io.bitten.core.signal.SignalRulebook;
import io.bitten.core.signal.Tcs;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;

/** The product's numbers, for tests of the rules. */
public final class SomeRules {
  private SomeRules() {}

  public static Rulebook rulebook() {
    Map<Tier, TierRules> tiers = new EnumMap<>(Tier.class);
    Set<SignalClass> low = Set.of(SignalClass.TRAINING, SignalClass.RAPID);
    Set<SignalClass> all = Set.of(SignalClass.values());
    Set<SignalClass> middle = Set.of(SignalClass.RAPID, SignalClass.PRECISION);
    Set<SignalClass> upper = Set.of(SignalClass.RAPID, SignalClass.PRECISION, SignalClass.SNIPER);
    tiers.put(Tier.PRESS_PASS, tier("0", low, low, 60, 6, 1, "6", AccountMode.DEMO));
    tiers.put(Tier.NIBBLER, tier("39", upper, middle, 70, 6, 1, "6", AccountMode.values()));
    tiers.put(Tier.FANG, tier("89", all, all, 70, 10, 2, "8.5", AccountMode.values()));
    tiers.put(Tier.COMMANDER, tier("139", all, all, 70, 20, 5, "10", AccountMode.values()));
    tiers.put(Tier.APEX, tier("188", all, all, 70, 99, 10, "10", AccountMode.values()));
    BillingTerms billing = new BillingTerms(Duration.ofDays(7), Duration.ofDays(3));
    return new Rulebook(tiers, limits(), signals(), "2026-01", billing, 10);
  }

  /** The same rules without a shortest time between two orders. */
  public static Rulebook unhurried() {
    return rulebook().with(limits(Duration.ZERO, 4));
  }

  /** The same rules with another number of losses that lock. */
  public static Rulebook lockingAt(int losses) {
    return rulebook().with(limits(Duration.ofSeconds(2), losses));
  }

  public static RiskLimits limits() {
    return limits(Duration.ofSeconds(2), 4);
  }

  private static RiskLimits limits(Duration orderEvery, int tiltLockAt) {
    return new RiskLimits(
        new BigDecimal("2"),
        10,
        2,
        new BigDecimal("500"),
        Map.of(Session.LONDON, 5, Session.NEW_YORK, 8, Session.TOKYO, 3),
        Duration.ofMinutes(15),
        Duration.ofMinutes(15),
        Duration.ofHours(6),
        Duration.ofSeconds(5),
        3,
        tiltLockAt,
        Duration.ofHours(1),
        2,
        new BigDecimal("5"),
        new BigDecimal("6"),
        new BigDecimal("50"),
        20,
        orderEvery,
        20,
        Duration.ofSeconds(30),
        Duration.ofSeconds(8));
  }

  public static SignalRulebook signals() {
    return signals(Map.of(Some.EURUSD, 5));
  }

  /** The same rules for these pairs, with the decimals of their prices. */
  public static SignalRulebook signals(Map<Symbol, Integer> symbols) {
    return new SignalRulebook(
        symbols,
        Timeframe.H1,
        1500,
        250,
        1000,
        200,
        30,
        48,
        new BigDecimal("1.5"),
        new BigDecimal("1.5"),
        Duration.ofSeconds(180),
        Duration.ofMinutes(15),
        Map.of(
            SignalClass.TRAINING, 60,
            SignalClass.RAPID, 70,
            SignalClass.PRECISION, 80,
            SignalClass.SNIPER, 90));
  }

  private static TierRules tier(
      String price,
      Set<SignalClass> shown,
      Set<SignalClass> fireable,
      int minimumTcs,
      int fires,
      int positions,
      String dailyLoss,
      AccountMode... accounts) {
    return new TierRules(
        new BigDecimal(price),
        Set.of(accounts),
        shown,
        fireable,
        new Tcs(minimumTcs),
        fires,
        positions,
        new BigDecimal(dailyLoss));
  }
}
