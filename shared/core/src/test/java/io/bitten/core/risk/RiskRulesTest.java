package io.bitten.core.risk;

import static org.assertj.core.api.Assertions.assertThat;

import io.bitten.core.Some;
import io.bitten.core.account.Link;
import io.bitten.core.account.Oath;
import io.bitten.core.account.Subscription;
import io.bitten.core.account.Tier;
import io.bitten.core.account.Trader;
import io.bitten.core.halt.Halt;
import io.bitten.core.halt.HaltScope;
import io.bitten.core.market.Direction;
import io.bitten.core.market.Lots;
import io.bitten.core.market.Price;
import io.bitten.core.market.Quote;
import io.bitten.core.market.Symbol;
import io.bitten.core.order.Origin;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RiskRulesTest {

  @Test
  void a_good_signal_is_sized_to_two_percent_at_the_worst_price_of_the_band() {
    assertThat(SomeRisk.passing().decide())
        .isInstanceOfSatisfying(
            RiskDecision.Approved.class,
            approved -> {
              assertThat(approved.terms().lots()).isEqualTo(Lots.of("0.90"));
              assertThat(approved.terms().risk()).isEqualTo(Some.usd("198.00"));
              assertThat(approved.terms().shownPrice()).isEqualTo(Price.of("1.10000"));
              assertThat(approved.warnings()).isEmpty();
            });
  }

  @Test
  void a_halt_is_told_before_everything_else() {
    Halt halt = new Halt.Active(new HaltScope.Everything(), 4, "ops", "drill", Some.NOW);
    Trader nobody = Some.trader().with(new Link.None());
    expect(SomeRisk.passing().with(nobody).halted(halt), "HALTED");
  }

  @Test
  void who_asks_must_have_taken_the_oath_and_linked_this_account() {
    expect(SomeRisk.passing().with(Some.trader().with(new Oath.NotTaken())), "OATH_NOT_TAKEN");
    expect(SomeRisk.passing().with(Some.trader().with(new Link.None())), "NO_ACCOUNT");
  }

  @Test
  void an_ended_subscription_may_not_open() {
    Trader ended = Some.trader().with(new Subscription.Ended(Tier.COMMANDER));
    expect(SomeRisk.passing().with(ended), "SUBSCRIPTION_CLOSED");
  }

  @Test
  void a_press_pass_may_not_fire_precision_and_is_told_who_may() {
    Trader trial =
        Some.trader().with(new Subscription.Active(Tier.PRESS_PASS, Some.NOW.plusSeconds(60)));
    assertThat(refusal(SomeRisk.passing().with(trial)))
        .satisfies(r -> assertThat(r.code()).isEqualTo("CLASS_LOCKED"))
        .satisfies(r -> assertThat(r.remedy()).isEqualTo(new Remedy.Upgrade(Tier.NIBBLER)));
  }

  @Test
  void an_expired_signal_is_refused() {
    expect(SomeRisk.passing().at(Some.NOW.plusSeconds(181)), "SIGNAL_EXPIRED");
  }

  @Test
  void a_price_or_an_account_older_than_five_seconds_is_refused() {
    Quote old = Some.quote(Some.NOW.minusSeconds(6));
    expect(SomeRisk.passing().with(old), "QUOTE_STALE");
    expect(SomeRisk.passing().with(Some.quote(Some.NOW.minusSeconds(5))), "");
    expect(SomeRisk.passing().with(Some.snapshot(Some.NOW.minusMillis(5_001))), "ACCOUNT_STALE");
  }

  @Test
  void the_sessions_trades_and_the_tiers_limits_run_out() {
    RiskDay day = Some.riskBook().day();
    RiskDay full =
        new RiskDay(day.date(), day.opening(), day.realised(), 5, Map.of(Session.LONDON, 5));
    expect(SomeRisk.passing().with(onDay(full)), "SESSION_FULL");
    RiskDay fires = new RiskDay(day.date(), day.opening(), day.realised(), 20, Map.of());
    expect(SomeRisk.passing().with(onDay(fires)), "FIRES_USED");
    RiskBook five =
        SomeRisk.book(
            Some.usd("10000"), Some.usd("10000"), Tilt.calm(), SomeRisk.holding(5).reservations());
    expect(SomeRisk.passing().with(five), "TIER_POSITIONS_FULL");
    expect(SomeRisk.passing().with(SomeRisk.holding(2)), "SYMBOL_FULL");
    expect(SomeRisk.passing().with(SomeRisk.holding(1)), "");
  }

  @Test
  void four_losses_lock_and_three_warn() {
    Tilt locked = new Tilt(4, 0, Some.NOW.plusSeconds(1));
    expect(SomeRisk.passing().with(tilted(locked)), "TILT_LOCKED");
    Tilt warned = new Tilt(3, 0, Instant.EPOCH);
    assertThat(SomeRisk.passing().with(tilted(warned)).decide())
        .isInstanceOfSatisfying(
            RiskDecision.Approved.class, yes -> assertThat(yes.warnings()).hasSize(1));
  }

  @Test
  void the_absolute_drawdown_counts_floating_loss_and_open_risk_to_the_last_lot() {
    // Peak 10,400, limit 500, equity 9,960 and 20 at risk leave 40: 0.18 lots lose 39.60.
    RiskBook book =
        SomeRisk.book(
            Some.usd("10000"),
            Some.usd("10400"),
            Tilt.calm(),
            List.of(SomeRisk.holding(1).reservations().getFirst()));
    SomeRisk facts = SomeRisk.passing().with(book).with(SomeRisk.account("10000", "9960"));
    expect(facts.with(new Ask.Exactly(Lots.of("0.18"))), "");
    assertThat(refusal(facts.with(new Ask.Exactly(Lots.of("0.19")))))
        .satisfies(r -> assertThat(r.code()).isEqualTo("RISK_TOO_HIGH"))
        .satisfies(
            r ->
                assertThat(r.remedy())
                    .isEqualTo(new Remedy.Trade(Lots.of("0.18"), Lots.of("0.19"))));
  }

  @Test
  void used_up_loss_limits_refuse_before_sizing() {
    SomeRisk lost = SomeRisk.passing().with(SomeRisk.account("10000", "8999"));
    expect(lost, "DAILY_LOSS_REACHED");
    RiskBook peak = SomeRisk.book(Some.usd("10000"), Some.usd("10500"), Tilt.calm(), List.of());
    expect(SomeRisk.passing().with(peak), "DRAWDOWN_REACHED");
  }

  /** Its stop would cost the float as well as its risk: 500 below the peak, with nothing new. */
  @Test
  void what_an_open_trade_has_won_so_far_makes_no_room_for_another() {
    RiskBook one =
        SomeRisk.book(
            Some.usd("10000"),
            Some.usd("10000"),
            Tilt.calm(),
            List.of(SomeRisk.held(Some.usd("100"))));
    expect(SomeRisk.passing().with(one).with(SomeRisk.account("9600", "9740")), "DRAWDOWN_REACHED");
  }

  @Test
  void past_five_percent_down_medic_mode_halves_the_risk_and_allows_one_position() {
    RiskBook book = SomeRisk.book(Some.usd("5000"), Some.usd("5000"), Tilt.calm(), List.of());
    SomeRisk medic = SomeRisk.passing().with(book).with(SomeRisk.account("5000", "4750"));
    assertThat(medic.decide())
        .isInstanceOfSatisfying(
            RiskDecision.Approved.class,
            yes -> assertThat(yes.terms().lots()).isEqualTo(Lots.of("0.21")));
    RiskBook one =
        SomeRisk.book(
            Some.usd("5000"), Some.usd("5000"), Tilt.calm(), SomeRisk.holding(1).reservations());
    expect(
        SomeRisk.passing().with(one).with(SomeRisk.account("5000", "4750")), "ONE_POSITION_ONLY");
  }

  @Test
  void friday_evening_in_new_york_is_weekend() {
    SomeRisk friday = SomeRisk.passing().with(unscored()).at(Instant.parse("2024-01-05T21:30:00Z"));
    assertThat(friday.with(Some.riskBook()).decide())
        .isInstanceOfSatisfying(
            RiskDecision.Approved.class,
            yes -> assertThat(yes.terms().lots()).isEqualTo(Lots.of("0.45")));
  }

  @Test
  void a_currency_leg_has_its_own_limit_over_all_positions() {
    Reservation big =
        new Reservation(
            Some.ORDER,
            new Origin.OfTrader(),
            new Symbol("EURGBP"),
            Direction.BUY,
            Lots.of("1"),
            Some.usd("450"),
            Some.NOW.minus(Duration.ofHours(1)));
    RiskBook book = SomeRisk.book(Some.usd("100000"), Some.usd("10000"), Tilt.calm(), List.of(big));
    SomeRisk facts = SomeRisk.passing().with(book);
    assertThat(facts.decide()).isInstanceOf(RiskDecision.Refused.class);
  }

  @Test
  void the_price_may_move_within_the_band_only() {
    SomeRisk shown = SomeRisk.passing().shown(new Shown.At(Price.of("1.10000")));
    expect(shown.with(ask("1.10020")), "");
    expect(shown.with(ask("1.10021")), "PRICE_MOVED");
    expect(shown.with(ask("1.09979")), "PRICE_MOVED");
  }

  @Test
  void orders_may_not_follow_each_other_too_fast() {
    RiskBook book = Some.riskBook();
    RiskBook justFired =
        new RiskBook(
            book.user(),
            List.of(),
            book.day(),
            book.tilt(),
            book.peak(),
            List.of(Some.NOW.minusMillis(1_999)),
            List.of());
    expect(SomeRisk.passing().with(justFired), "TOO_FAST");
  }

  private static void expect(SomeRisk facts, String code) {
    assertThat(facts.code()).isEqualTo(code);
  }

  private static Refusal refusal(SomeRisk facts) {
    return ((RiskDecision.Refused) facts.decide()).refusal();
  }

  private static RiskBook onDay(RiskDay day) {
    RiskBook b = Some.riskBook();
    return new RiskBook(b.user(), List.of(), day, b.tilt(), b.peak(), List.of(), List.of());
  }

  private static RiskBook tilted(Tilt tilt) {
    return SomeRisk.book(Some.usd("10000"), Some.usd("10000"), tilt, List.of());
  }

  private static Idea unscored() {
    Idea old = SomeRisk.passing().facts().idea();
    return new Idea(
        new Origin.OfTrader(),
        old.symbol(),
        old.direction(),
        old.stopLoss(),
        old.takeProfit(),
        old.ask(),
        new Grade.Unscored());
  }

  private static Quote ask(String price) {
    Price ask = Price.of(price);
    return new Quote(Some.EURUSD, ask.plus(new BigDecimal("-0.00008")), ask, Some.NOW);
  }
}
