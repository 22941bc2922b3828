package io.bitten.core.risk;

import static org.assertj.core.api.Assertions.assertThat;

import io.bitten.core.Some;
import io.bitten.core.SomeRules;
import io.bitten.core.account.AccountMode;
import io.bitten.core.account.Subscription;
import io.bitten.core.account.Tier;
import io.bitten.core.account.Trader;
import io.bitten.core.account.TradingAccount;
import io.bitten.core.account.UserId;
import io.bitten.core.signal.SignalClass;
import io.bitten.core.signal.Tcs;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class StandingGatesTest {
  private static final Instant EXPIRES = Some.signal().expiresAt();

  @Test
  void a_trial_trades_on_a_demo_account_only() {
    SomeRisk live = SomeRisk.passing().with(account(Some.USER, AccountMode.LIVE));
    assertThat(live.code()).isEmpty();
    assertThat(StandingGates.account(live.with(subscribed(Tier.PRESS_PASS)).facts()))
        .contains(new StandingRefusal.AccountModeNotAllowed(Tier.PRESS_PASS));
  }

  @Test
  void an_account_that_somebody_else_owns_is_no_account_of_the_trader() {
    SomeRisk taken = SomeRisk.passing().with(account(UserId.ofTelegram(666), AccountMode.DEMO));
    assertThat(StandingGates.account(taken.facts())).contains(new StandingRefusal.NoAccount());
  }

  @Test
  void the_lowest_tcs_of_the_tier_may_be_fired_and_one_less_not() {
    assertThat(SomeRisk.passing().with(scored(70, SignalClass.RAPID)).code()).isEmpty();
    assertThat(StandingGates.tier(graded(69, SignalClass.RAPID)))
        .contains(new StandingRefusal.TcsTooLow(new Tcs(69), new Tcs(70)));
  }

  @Test
  void a_class_above_the_tier_names_the_tier_that_may_fire_it() {
    assertThat(StandingGates.tier(graded(Tier.PRESS_PASS, SignalClass.PRECISION)))
        .contains(locked(SignalClass.PRECISION, Tier.PRESS_PASS, Tier.NIBBLER));
    assertThat(StandingGates.tier(graded(Tier.PRESS_PASS, SignalClass.SNIPER)))
        .contains(locked(SignalClass.SNIPER, Tier.PRESS_PASS, Tier.FANG));
    assertThat(StandingGates.tier(graded(Tier.NIBBLER, SignalClass.SNIPER)))
        .contains(locked(SignalClass.SNIPER, Tier.NIBBLER, Tier.FANG));
  }

  @Test
  void what_unlocks_a_class_follows_from_what_the_operator_set() {
    Map<Tier, TierRules> tiers = new EnumMap<>(SomeRules.rulebook().tiers());
    tiers.put(Tier.NIBBLER, firing(Set.of(SignalClass.RAPID)));
    tiers.put(Tier.FANG, firing(Set.of(SignalClass.RAPID)));
    RiskCase precision = graded(Tier.PRESS_PASS, SignalClass.PRECISION);
    assertThat(StandingGates.tier(under(tiers, precision)))
        .contains(locked(SignalClass.PRECISION, Tier.PRESS_PASS, Tier.COMMANDER));

    tiers.replaceAll((tier, rules) -> firing(Set.of(SignalClass.RAPID)));
    assertThat(StandingGates.tier(under(tiers, precision)))
        .contains(
            new StandingRefusal.ClassLocked(
                SignalClass.PRECISION, Tier.PRESS_PASS, Remedy.nothing()));
  }

  @Test
  void the_signal_ends_at_its_moment_and_the_lock_of_the_tilt_too() {
    assertThat(StandingGates.signal(SomeRisk.passing().at(EXPIRES).facts()))
        .contains(new StandingRefusal.SignalExpired(EXPIRES));
    assertThat(StandingGates.signal(SomeRisk.passing().at(EXPIRES.minusMillis(1)).facts()))
        .isEmpty();
    assertThat(StandingGates.tilt(tilted(Some.NOW))).isEmpty();
    assertThat(StandingGates.tilt(tilted(Some.NOW.plusMillis(1))))
        .contains(new StandingRefusal.TiltLocked(4, 2, Some.NOW.plusMillis(1)));
  }

  @Test
  void an_old_look_at_the_account_is_told_with_its_age() {
    SomeRisk facts = SomeRisk.passing();
    assertThat(MarketGates.freshness(seen(facts, 5_000))).isEmpty();
    assertThat(MarketGates.freshness(seen(facts, 5_001)))
        .contains(
            new StandingRefusal.AccountStale(Duration.ofMillis(5_001), Duration.ofSeconds(5)));
  }

  @Test
  void a_look_or_a_price_from_the_future_has_no_known_age() {
    SomeRisk facts = SomeRisk.passing();
    assertThat(MarketGates.freshness(seen(facts, -2_000))).isEmpty();
    assertThat(MarketGates.freshness(seen(facts, -600_000)))
        .contains(new StandingRefusal.AccountStale(Duration.ofMinutes(-10), Duration.ofSeconds(5)));
    RiskCase priced = facts.with(Some.quote(Some.NOW.plusMillis(2_001))).facts();
    assertThat(MarketGates.freshness(priced))
        .contains(
            new MarketRefusal.QuoteStale(
                Some.EURUSD, Duration.ofMillis(-2_001), Duration.ofSeconds(5)));
  }

  @Test
  void outside_all_sessions_the_next_opening_is_told() {
    SomeRisk evening = SomeRisk.passing().at(Instant.parse("2024-01-02T22:30:00Z"));
    assertThat(MarketGates.session(evening.facts()))
        .contains(new MarketRefusal.OutsideSessions(Instant.parse("2024-01-03T00:00:00Z")));
  }

  private static StandingRefusal locked(SignalClass signalClass, Tier tier, Tier unlocks) {
    return new StandingRefusal.ClassLocked(signalClass, tier, new Remedy.Upgrade(unlocks));
  }

  private static TierRules firing(Set<SignalClass> fireable) {
    TierRules all = SomeRules.rulebook().of(Tier.FANG);
    return new TierRules(
        all.priceUsd(),
        all.accounts(),
        all.shown(),
        fireable,
        all.minimumTcs(),
        all.firesADay(),
        all.openPositions(),
        all.dailyLossPercent());
  }

  private static RiskCase under(Map<Tier, TierRules> tiers, RiskCase facts) {
    return new RiskCase(
        facts.now(),
        facts.trader(),
        facts.rules().with(tiers),
        facts.account(),
        facts.snapshot(),
        facts.spec(),
        facts.quote(),
        facts.halts(),
        facts.news(),
        facts.book(),
        facts.idea(),
        facts.shown());
  }

  private static RiskCase seen(SomeRisk facts, long ageMs) {
    return facts.with(Some.snapshot(Some.NOW.minusMillis(ageMs))).facts();
  }

  private static RiskCase tilted(Instant until) {
    Tilt tilt = new Tilt(4, 0, until);
    return SomeRisk.passing()
        .with(
            SomeRisk.book(
                Some.usd("10000"), Some.usd("10000"), tilt, Some.riskBook().reservations()))
        .facts();
  }

  private static RiskCase graded(int tcs, SignalClass signalClass) {
    return SomeRisk.passing().with(scored(tcs, signalClass)).facts();
  }

  private static RiskCase graded(Tier tier, SignalClass signalClass) {
    return SomeRisk.passing().with(subscribed(tier)).with(scored(95, signalClass)).facts();
  }

  private static Grade scored(int tcs, SignalClass signalClass) {
    return new Grade.Scored(new Tcs(tcs), signalClass, EXPIRES);
  }

  private static Trader subscribed(Tier tier) {
    return Some.trader().with(new Subscription.Active(tier, Some.NOW.plusSeconds(60)));
  }

  private static TradingAccount account(UserId owner, AccountMode mode) {
    TradingAccount a = Some.account();
    return new TradingAccount(a.id(), owner, mode, a.currency(), a.broker());
  }
}
