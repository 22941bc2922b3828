package io.bitten.core.risk;

import static org.assertj.core.api.Assertions.assertThat;

import io.bitten.core.Rulebook;
import io.bitten.core.Some;
import io.bitten.core.SomeRules;
import io.bitten.core.account.Tier;
import io.bitten.core.market.Lots;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** No number of a refusal or a warning is kinder than the truth, and each has its own plural. */
final class ShownNumbersTest {
  private static final Lots LOTS = Lots.of("0.10");

  @Test
  void what_may_be_lost_is_rounded_up_and_what_is_left_is_rounded_down() {
    assertThat(
            new LimitRefusal.RiskTooHigh(
                    Budget.DAILY_LOSS, Some.usd("20.0001"), Some.usd("19.9999"), LOTS, LOTS)
                .sentence())
        .contains("could lose 20.01 USD", "leaves 19.99 USD");
    assertThat(
            new LevelRefusal.BelowMinimumLots(
                    LOTS, Some.usd("1.9999"), Some.usd("2.0001"), new BigDecimal("2.0001"))
                .sentence())
        .contains("could lose 2.01 USD", "2.01 %", "1.99 USD is allowed");
    assertThat(
            new LimitRefusal.ExposureFull(
                    Some.EURUSD.base(), Some.usd("600.001"), Some.usd("599.999"))
                .sentence())
        .contains("600.01 USD at risk", "limit is 599.99 USD");
    assertThat(new LimitRefusal.MarginTooLow(Some.usd("4999.999"), Some.usd("5000.001")).sentence())
        .contains("is 4999.99 USD", "least 5000.01 USD");
    assertThat(
            new LimitRefusal.DailyLossReached(
                    new DayLoss.Shown(Some.usd("599.991")),
                    Some.usd("0.001"),
                    Some.usd("599.999"),
                    Some.NOW)
                .sentence())
        .contains("is 600.00 USD below", "lose 0.01 USD", "cap of 599.99 USD");
  }

  @Test
  void the_share_of_the_smallest_trade_is_never_told_as_less_than_it_is() {
    SomeRisk poor =
        SomeRisk.passing()
            .with(SomeRisk.book(Some.usd("109.9"), Some.usd("109.9"), Tilt.calm(), List.of()))
            .with(SomeRisk.account("109.9", "109.9"));
    assertThat(((RiskDecision.Refused) poor.decide()).refusal().sentence()).contains("(2.01 % of");
  }

  @Test
  void an_age_is_told_in_whole_seconds_that_it_has_not_passed_yet() {
    Duration limit = Duration.ofSeconds(5);
    assertThat(
            new MarketRefusal.QuoteStale(Some.EURUSD, Duration.ofMillis(5_001), limit).sentence())
        .contains("is 6 s old; the limit is 5 s");
    assertThat(new StandingRefusal.AccountStale(Duration.ofMillis(-2_100), limit).sentence())
        .contains("3 s ahead");
  }

  @Test
  void one_of_a_kind_is_told_as_one() {
    assertThat(new LimitRefusal.PositionsFull(1).sentence())
        .isEqualTo("At most 1 position may be open in all.");
    assertThat(new LimitRefusal.SymbolFull(Some.EURUSD, 1).sentence())
        .isEqualTo("At most 1 position may be open in EURUSD.");
    assertThat(new LimitRefusal.TooManyThisHour(1, Some.NOW).sentence())
        .isEqualTo("At most 1 order an hour.");
    assertThat(new LimitRefusal.FiresUsed(1, Tier.NIBBLER, Some.NOW).sentence())
        .isEqualTo("The 1 fire a day of NIBBLER is used.");
    assertThat(new LimitRefusal.SessionFull(Session.TOKYO, 1, Some.NOW).sentence())
        .isEqualTo("The 1 trade of the Tokyo session is used.");
  }

  @Test
  void a_warning_says_how_many_losses_lock() {
    assertThat(warning(new Tilt(3, 0, Instant.EPOCH), 4)).endsWith(": one more locks trading.");
    assertThat(warning(new Tilt(3, 0, Instant.EPOCH), 6)).endsWith(": 3 more lock trading.");
    assertThat(warning(new Tilt(7, 0, Instant.EPOCH), 6)).endsWith(": one more locks trading.");
  }

  private static String warning(Tilt tilt, int lockAt) {
    SomeRisk facts =
        SomeRisk.passing()
            .with(SomeRisk.book(Some.usd("10000"), Some.usd("10000"), tilt, List.of()));
    RiskCase locking = under(SomeRules.lockingAt(lockAt), facts.facts());
    return ((RiskDecision.Approved) RiskRules.decide(locking)).warnings().getFirst();
  }

  private static RiskCase under(Rulebook rules, RiskCase facts) {
    return new RiskCase(
        facts.now(),
        facts.trader(),
        rules,
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
}
