package io.bitten.core.risk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bitten.core.Some;
import io.bitten.core.account.AccountSnapshot;
import io.bitten.core.market.Direction;
import io.bitten.core.market.Lots;
import io.bitten.core.market.Symbol;
import io.bitten.core.order.Origin;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

/** How large a trade may be. One lot of the passing case loses 220 USD at its worst price. */
final class SizeTest {

  @Test
  void lots_that_lose_exactly_what_is_allowed_pass_and_a_step_more_is_told_with_what_would_pass() {
    SomeRisk facts = wealthy("11000");
    assertThat(exactly(facts, "1.00").decide())
        .isInstanceOfSatisfying(
            RiskDecision.Approved.class,
            yes -> assertThat(yes.terms().risk()).isEqualTo(Some.usd("220.00")));
    assertThat(refusal(exactly(facts, "1.01")))
        .isEqualTo(
            new LimitRefusal.RiskTooHigh(
                Budget.RISK_PER_TRADE,
                Some.usd("222.20"),
                Some.usd("220"),
                Lots.of("1.01"),
                Lots.of("1.00")));
  }

  @Test
  void lots_outside_what_the_terminal_takes_are_refused_with_what_it_takes() {
    SomeRisk facts = SomeRisk.passing();
    assertThat(refusal(exactly(facts, "0.009")))
        .isEqualTo(new LevelRefusal.BelowSmallestLots(Lots.of("0.009"), Lots.of("0.01")));
    assertThat(exactly(facts, "0.01").code()).isEmpty();
    assertThat(refusal(exactly(facts, "50.01")))
        .isEqualTo(
            new LevelRefusal.AboveLargestLots(Lots.of("50.01"), Lots.of("50.00"), Lots.of("0.90")));
    assertThat(exactly(facts, "50.00").code()).isEqualTo("RISK_TOO_HIGH");
    assertThat(refusal(exactly(facts, "0.015")))
        .isEqualTo(
            new LevelRefusal.NotALotStep(Lots.of("0.015"), Lots.of("0.01"), Lots.of("0.01")));
  }

  @Test
  void what_is_said_to_pass_instead_of_impossible_lots_is_within_the_risk() {
    SomeRisk facts = SomeRisk.passing();
    Lots most = Lots.of("0.90");
    for (String asked : List.of("9.999", "50.01")) {
      Refusal no = refusal(exactly(facts, asked));
      assertThat(no.remedy()).isEqualTo(new Remedy.Trade(most, Lots.of(asked)));
    }
    assertThat(exactly(facts, "0.90").code()).isEmpty();
    assertThat(refusal(exactly(facts, "0.905")).remedy())
        .isEqualTo(new Remedy.Trade(most, Lots.of("0.905")));
  }

  @Test
  void lots_below_the_first_step_are_told_the_first_step() {
    SomeRisk coarse = SomeRisk.passing().with(SomeVolumes.of("0.01", "0.1", "50"));
    assertThat(refusal(exactly(coarse, "0.05")).remedy())
        .isEqualTo(new Remedy.Trade(Lots.of("0.1"), Lots.of("0.05")));
    assertThat(refusal(exactly(coarse, "0.005")).remedy())
        .isEqualTo(new Remedy.Trade(Lots.of("0.1"), Lots.of("0.005")));
    SomeRisk odd = SomeRisk.passing().with(SomeVolumes.of("0.05", "0.02", "50"));
    assertThat(refusal(exactly(odd, "0.05")).remedy())
        .isEqualTo(new Remedy.Trade(Lots.of("0.06"), Lots.of("0.05")));
  }

  @Test
  void an_account_is_too_small_for_the_first_step_and_not_for_a_minimum_below_it() {
    SomeRisk coarse = wealthy("100").with(SomeVolumes.of("0.01", "0.1", "50"));
    assertThat(refusal(coarse))
        .isEqualTo(
            new LevelRefusal.BelowMinimumLots(
                Lots.of("0.1"), Some.usd("2"), Some.usd("22.00"), new BigDecimal("22.0000")));
  }

  @Test
  void an_account_too_small_for_the_smallest_trade_is_told_by_how_much() {
    assertThat(refusal(wealthy("100")))
        .isEqualTo(
            new LevelRefusal.BelowMinimumLots(
                Lots.of("0.01"), Some.usd("2"), Some.usd("2.20"), new BigDecimal("2.2000")));
    assertThat(wealthy("110").code()).isEmpty();
  }

  @Test
  void floating_profit_without_a_balance_is_nothing_to_trade_with() {
    AccountSnapshot floating = SomeRisk.account("0", "10000");
    Reservation hedge =
        new Reservation(
            Some.ORDER,
            new Origin.OfTrader(),
            Some.EURUSD,
            Direction.SELL,
            Lots.of("0.10"),
            Some.usd("20"),
            Some.NOW.minusSeconds(3600));
    RiskBook book =
        SomeRisk.book(Some.usd("10000"), Some.usd("10000"), Tilt.calm(), List.of(hedge));
    assertThat(refusal(SomeRisk.passing().with(floating).with(book)))
        .isInstanceOf(LimitRefusal.DailyLossReached.class);
  }

  @Test
  void the_tightest_of_all_limits_sizes_the_trade() {
    // 6 % of 10,000 may be at risk in EUR; 490 are.
    Reservation euro =
        new Reservation(
            Some.ORDER,
            new Origin.OfTrader(),
            new Symbol("EURGBP"),
            Direction.BUY,
            Lots.of("1"),
            Some.usd("490"),
            Some.NOW.minusSeconds(3600));
    RiskBook book = SomeRisk.book(Some.usd("10000"), Some.usd("9000"), Tilt.calm(), List.of(euro));
    SomeRisk facts = SomeRisk.passing().with(book).with(SomeRisk.account("10000", "10000"));
    // The drawdown limit leaves 10 of its 500: less than EUR's 110.
    assertThat(refusal(exactly(facts, "0.10")))
        .isEqualTo(
            new LimitRefusal.RiskTooHigh(
                Budget.DRAWDOWN, Some.usd("22"), Some.usd("10"), Lots.of("0.10"), Lots.of("0.04")));
  }

  @Test
  void a_day_that_opened_with_nothing_and_lost_nothing_asks_for_no_care() {
    RiskBook empty = SomeRisk.book(Some.usd("0"), Some.usd("0"), Tilt.calm(), List.of());
    assertThat(Mood.of(SomeRisk.passing().with(empty).with(SomeRisk.account("0", "0")).facts()))
        .isEqualTo(new Mood.Normal());
  }

  @Test
  void a_size_needs_a_distance_and_a_rate() {
    LossRate rate = LossRate.of(Some.spec());
    assertThatThrownBy(() -> new Sizing(BigDecimal.ZERO, rate, BigDecimal.ZERO))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new LossRate(BigDecimal.ZERO, BigDecimal.ONE))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new LossRate(BigDecimal.ONE, BigDecimal.ZERO))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static SomeRisk wealthy(String balance) {
    return SomeRisk.passing()
        .with(SomeRisk.book(Some.usd(balance), Some.usd(balance), Tilt.calm(), List.of()))
        .with(SomeRisk.account(balance, balance));
  }

  private static SomeRisk exactly(SomeRisk facts, String lots) {
    return facts.with(new Ask.Exactly(Lots.of(lots)));
  }

  private static Refusal refusal(SomeRisk facts) {
    return ((RiskDecision.Refused) facts.decide()).refusal();
  }
}
