package io.bitten.core.risk;

import static org.assertj.core.api.Assertions.assertThat;

import io.bitten.core.Some;
import io.bitten.core.account.AccountSnapshot;
import io.bitten.core.account.Money;
import io.bitten.core.account.Tier;
import io.bitten.core.market.Currency;
import io.bitten.core.market.Direction;
import io.bitten.core.market.Lots;
import io.bitten.core.market.Symbol;
import io.bitten.core.order.OrderId;
import io.bitten.core.order.Origin;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Each limit at its edge: the last that passes, the first that does not, and what is said. */
final class LimitGatesTest {
  private static final Instant TOMORROW = Instant.parse("2024-01-03T00:00:00Z");

  @Test
  void the_daily_cap_is_reached_by_the_loss_that_equals_it_open_risk_included() {
    SomeRisk lost = SomeRisk.passing().with(SomeRisk.account("10000", "9000"));
    assertThat(LimitGates.dailyLoss(lost.facts()))
        .contains(capped(new DayLoss.Shown(Some.usd("1000")), "0"));
    SomeRisk almost = SomeRisk.passing().with(SomeRisk.account("10000", "9000.01"));
    assertThat(LimitGates.dailyLoss(almost.facts())).isEmpty();
    SomeRisk open = almost.with(SomeRisk.holding(1));
    assertThat(LimitGates.dailyLoss(open.facts()))
        .contains(capped(new DayLoss.Shown(Some.usd("999.99")), "20"));
  }

  @Test
  void a_deposit_does_not_give_back_what_the_trades_of_the_day_have_lost() {
    RiskBook lost = booked("-1000");
    assertThat(
            LimitGates.dailyLoss(
                SomeRisk.passing().with(lost).with(SomeRisk.account("19000", "19000")).facts()))
        .contains(capped(new DayLoss.Booked(Some.usd("1000")), "0"));
    assertThat(
            LimitGates.dailyLoss(
                SomeRisk.passing()
                    .with(booked("-999.99"))
                    .with(SomeRisk.account("19000", "19000"))
                    .facts()))
        .isEmpty();
  }

  @Test
  void what_the_account_shows_counts_where_it_is_more_than_the_booked_trades_lost() {
    assertThat(
            LimitGates.dailyLoss(
                SomeRisk.passing()
                    .with(booked("500"))
                    .with(SomeRisk.account("9000", "9000"))
                    .facts()))
        .contains(capped(new DayLoss.Shown(Some.usd("1000")), "0"));
  }

  private static RiskBook booked(String realised) {
    RiskBook b = Some.riskBook();
    RiskDay day =
        new RiskDay(b.day().date(), Some.usd("10000"), Some.usd(realised), 0, b.day().bySession());
    return new RiskBook(
        b.user(), List.of(), day, b.tilt(), Some.usd("10000"), List.of(), b.settled());
  }

  private static Refusal capped(DayLoss lost, String atRisk) {
    return new LimitRefusal.DailyLossReached(lost, Some.usd(atRisk), Some.usd("1000"), TOMORROW);
  }

  @Test
  void the_drawdown_limit_is_reached_by_the_distance_from_the_peak_that_equals_it() {
    assertThat(LimitGates.drawdown(below("10500").facts()))
        .contains(
            new LimitRefusal.DrawdownReached(Some.usd("500"), Some.usd("0"), Some.usd("500")));
    assertThat(LimitGates.drawdown(below("10499.99").facts())).isEmpty();
    assertThat(LimitGates.drawdown(below("9000").facts())).isEmpty();
  }

  @Test
  void places_run_out_by_tier_in_all_and_by_symbol() {
    assertThat(LimitGates.tierPositions(SomeRisk.passing().with(SomeRisk.holding(5)).facts()))
        .contains(new LimitRefusal.TierPositionsFull(5, Tier.COMMANDER));
    assertThat(LimitGates.tierPositions(SomeRisk.passing().with(SomeRisk.holding(4)).facts()))
        .isEmpty();
    assertThat(LimitGates.positions(SomeRisk.passing().with(SomeRisk.holding(10)).facts()))
        .contains(new LimitRefusal.PositionsFull(10));
    assertThat(LimitGates.positions(SomeRisk.passing().with(SomeRisk.holding(9)).facts()))
        .contains(new LimitRefusal.SymbolFull(Some.EURUSD, 2));
    List<Reservation> elsewhere =
        IntStream.range(0, 9).mapToObj(i -> held("AUDNZD", Direction.BUY, "1", i)).toList();
    assertThat(LimitGates.positions(SomeRisk.passing().with(book(elsewhere)).facts())).isEmpty();
  }

  @Test
  void a_currency_is_full_when_its_net_risk_equals_the_limit() {
    assertThat(exposed(held("EURGBP", Direction.BUY, "600")))
        .contains(refused("EUR", Some.usd("600")));
    assertThat(exposed(held("EURGBP", Direction.BUY, "599.99"))).isEmpty();
    assertThat(exposed(held("USDJPY", Direction.SELL, "600")))
        .contains(refused("USD", Some.usd("600")));
    assertThat(exposed(held("USDJPY", Direction.BUY, "5000"))).isEmpty();
    assertThat(exposed(held("EURGBP", Direction.SELL, "5000"))).isEmpty();
    assertThat(exposed(held("AUDNZD", Direction.BUY, "5000"))).isEmpty();
  }

  @Test
  void what_is_held_the_other_way_makes_room_in_a_currency() {
    List<Reservation> both =
        List.of(
            held("EURGBP", Direction.BUY, "700", 1), held("EURJPY", Direction.SELL, "100.01", 2));
    assertThat(LimitGates.exposure(SomeRisk.passing().with(book(both)).facts())).isEmpty();
  }

  @Test
  void half_of_the_equity_stays_free_of_margin() {
    assertThat(LimitGates.margin(SomeRisk.passing().with(free("5000")).facts())).isEmpty();
    assertThat(LimitGates.margin(SomeRisk.passing().with(free("4999.99")).facts()))
        .contains(new LimitRefusal.MarginTooLow(Some.usd("4999.99"), Some.usd("5000")));
  }

  @Test
  void two_seconds_lie_between_two_orders() {
    Instant last = Some.NOW.minusMillis(1_999);
    assertThat(LimitGates.rate(fired(List.of(last)).facts()))
        .contains(new LimitRefusal.TooFast(Some.NOW.plusMillis(1)));
    assertThat(LimitGates.rate(fired(List.of(Some.NOW.minusSeconds(2))).facts())).isEmpty();
  }

  @Test
  void twenty_orders_are_placed_in_an_hour_at_most() {
    Instant hourAgo = Some.NOW.minus(Duration.ofHours(1));
    Instant recently = Some.NOW.minusSeconds(60);
    assertThat(LimitGates.rate(fired(times(19, recently, hourAgo.plusMillis(1))).facts()))
        .contains(new LimitRefusal.TooManyThisHour(20, Some.NOW.plusMillis(1)));
    assertThat(LimitGates.rate(fired(times(19, recently, hourAgo)).facts())).isEmpty();
    assertThat(LimitGates.rate(fired(Collections.nCopies(19, recently)).facts())).isEmpty();
    List<Instant> more =
        Stream.concat(times(20, recently, hourAgo).stream(), Stream.of(hourAgo)).toList();
    assertThat(LimitGates.rate(fired(more).facts()))
        .contains(new LimitRefusal.TooManyThisHour(20, recently.plus(Duration.ofHours(1))));
  }

  private static List<Instant> times(int count, Instant each, Instant last) {
    return Stream.concat(Collections.nCopies(count, each).stream(), Stream.of(last)).toList();
  }

  private static SomeRisk fired(List<Instant> recent) {
    RiskBook b = Some.riskBook();
    return SomeRisk.passing()
        .with(new RiskBook(b.user(), List.of(), b.day(), b.tilt(), b.peak(), recent, b.settled()));
  }

  private static SomeRisk below(String peak) {
    return SomeRisk.passing()
        .with(SomeRisk.book(Some.usd("10000"), Some.usd(peak), Tilt.calm(), List.of()));
  }

  private static Optional<Refusal> exposed(Reservation held) {
    return LimitGates.exposure(SomeRisk.passing().with(book(List.of(held))).facts());
  }

  private static Refusal refused(String currency, Money net) {
    return new LimitRefusal.ExposureFull(new Currency(currency), net, Some.usd("600"));
  }

  private static RiskBook book(List<Reservation> held) {
    return SomeRisk.book(Some.usd("10000"), Some.usd("10000"), Tilt.calm(), held);
  }

  private static Reservation held(String symbol, Direction direction, String risk) {
    return held(symbol, direction, risk, 0);
  }

  private static Reservation held(String symbol, Direction direction, String risk, int number) {
    return new Reservation(
        OrderId.derivedFrom("held", "" + number),
        new Origin.OfTrader(),
        new Symbol(symbol),
        direction,
        Lots.of("1"),
        Some.usd(risk),
        Some.NOW.minusSeconds(3600));
  }

  private static AccountSnapshot free(String freeMargin) {
    AccountSnapshot s = Some.snapshot();
    return new AccountSnapshot(
        s.account(),
        s.at(),
        s.balance(),
        s.equity(),
        s.margin(),
        Some.usd(freeMargin),
        s.positions(),
        s.quotes(),
        s.specs());
  }
}
