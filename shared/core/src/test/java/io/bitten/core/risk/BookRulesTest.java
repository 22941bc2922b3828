package io.bitten.core.risk;

import static org.assertj.core.api.Assertions.assertThat;

import io.bitten.core.Some;
import io.bitten.core.SomeKinds;
import io.bitten.core.SomeRules;
import io.bitten.core.account.Money;
import io.bitten.core.market.Direction;
import io.bitten.core.market.Level;
import io.bitten.core.market.Lots;
import io.bitten.core.market.Price;
import io.bitten.core.order.Exit;
import io.bitten.core.order.ExitReason;
import io.bitten.core.order.Fill;
import io.bitten.core.order.Order;
import io.bitten.core.order.OrderId;
import io.bitten.core.order.OrderState;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class BookRulesTest {
  private static final Instant TOMORROW = Instant.parse("2024-01-03T00:00:00Z");
  private static final RiskDay DAY = Some.riskBook().day();

  @Test
  void a_first_book_opens_with_the_balance_of_the_day_and_the_equity_as_its_peak() {
    assertThat(BookRules.open(Some.USER, Some.usd("900"), Some.usd("950"), Some.NOW))
        .isEqualTo(
            new RiskBook(
                Some.USER,
                List.of(),
                new RiskDay(
                    LocalDate.parse("2024-01-02"), Some.usd("900"), Some.usd("0"), 0, Map.of()),
                Tilt.calm(),
                Some.usd("950"),
                List.of(),
                List.of()));
  }

  @Test
  void the_days_page_turns_at_midnight_utc_and_not_before() {
    RiskBook book = BookRules.reserve(Some.riskBook(), Some.order());
    assertThat(today(book, "9000", "9000", TOMORROW.minusMillis(1))).isEqualTo(book);
    assertThat(today(book, "9000", "9000", TOMORROW))
        .isEqualTo(
            new RiskBook(
                Some.USER,
                book.reservations(),
                new RiskDay(
                    LocalDate.parse("2024-01-03"), Some.usd("9000"), Some.usd("0"), 0, Map.of()),
                book.tilt(),
                book.peak(),
                book.recent(),
                book.settled()));
    assertThat(today(book, "9000", "9000", Some.NOW.minus(Duration.ofDays(1)))).isEqualTo(book);
  }

  @Test
  void the_peak_only_rises() {
    RiskBook book = Some.riskBook();
    assertThat(today(book, "10000", "9999", Some.NOW)).isEqualTo(book);
    assertThat(today(book, "10000", "10001", Some.NOW).peak()).isEqualTo(Some.usd("10001"));
  }

  @Test
  void an_order_reserves_its_risk_and_counts_on_its_day_and_in_its_session() {
    Order second = Some.order(OrderId.derivedFrom("second"), Instant.parse("2024-01-02T15:00:00Z"));
    RiskBook book = BookRules.reserve(BookRules.reserve(Some.riskBook(), Some.order()), second);
    assertThat(book)
        .isEqualTo(
            new RiskBook(
                Some.USER,
                List.of(held(Some.order()), held(second)),
                day(Some.usd("0"), 2, Map.of(Session.LONDON, 1, Session.NEW_YORK, 1)),
                Tilt.calm(),
                Some.usd("10000"),
                List.of(second.createdAt(), Some.NOW),
                List.of()));
  }

  @Test
  void a_closed_trade_counts_its_result_once_and_gives_no_fire_back() {
    RiskBook placed = BookRules.reserve(Some.riskBook(), Some.order());
    Order closed = closed(Some.order(), "-12.50", Some.NOW);
    RiskBook once = settle(placed, closed);
    assertThat(once)
        .isEqualTo(
            new RiskBook(
                Some.USER,
                List.of(),
                day(Some.usd("-12.50"), 1, Map.of(Session.LONDON, 1)),
                new Tilt(1, 0, Instant.EPOCH),
                Some.usd("10000"),
                List.of(Some.NOW),
                List.of(Some.ORDER.value())));
    assertThat(settle(once, closed)).isSameAs(once);
  }

  @Test
  void a_result_of_another_day_counts_for_the_tilt_alone() {
    RiskBook book = settle(Some.riskBook(), closed(Some.order(), "-12.50", TOMORROW));
    assertThat(book.day()).isEqualTo(DAY);
    assertThat(book.tilt()).isEqualTo(new Tilt(1, 0, Instant.EPOCH));
  }

  @Test
  void an_end_that_no_deal_tells_of_frees_the_risk_and_counts_no_result() {
    RiskBook placed = BookRules.reserve(Some.riskBook(), Some.order());
    Exit unbooked = new Exit.Unbooked(Level.absent(), ExitReason.OUTSIDE, Some.NOW);
    RiskBook book = settle(placed, Some.order().with(new OrderState.Closed(Some.fill(), unbooked)));
    assertThat(book.reservations()).isEmpty();
    assertThat(book.day()).isEqualTo(placed.day());
    assertThat(book.tilt()).isEqualTo(Tilt.calm());
    assertThat(book.settled()).containsExactly(Some.ORDER.value());
  }

  @Test
  void an_order_that_never_executed_gives_its_fire_and_its_session_place_back() {
    RiskBook placed = BookRules.reserve(Some.riskBook(), Some.order());
    SomeKinds.states().stream()
        .filter(OrderState::terminal)
        .filter(state -> !(state instanceof OrderState.Closed))
        .forEach(
            state -> {
              RiskBook book = settle(placed, Some.order().with(state));
              assertThat(book.reservations()).as(state.label()).isEmpty();
              assertThat(book.day())
                  .as(state.label())
                  .isEqualTo(day(Some.usd("0"), 0, Map.of(Session.LONDON, 0)));
            });
  }

  @Test
  void a_fire_of_yesterday_is_not_given_back_today() {
    RiskBook today = today(Some.riskBook(), "10000", "10000", TOMORROW);
    RiskBook fired = BookRules.reserve(today, Some.order(OrderId.derivedFrom("today"), TOMORROW));
    Order old = Some.order().with(new OrderState.Expired(TOMORROW));
    assertThat(settle(fired, old).day()).isEqualTo(fired.day());
  }

  @Test
  void the_days_counters_never_fall_below_nothing() {
    RiskBook book = settle(Some.riskBook(), Some.order().with(new OrderState.Expired(Some.NOW)));
    assertThat(book.day()).isEqualTo(DAY);
  }

  @Test
  void an_order_that_lives_keeps_its_risk() {
    RiskBook placed = BookRules.reserve(Some.riskBook(), Some.order());
    SomeKinds.states().stream()
        .filter(state -> !state.terminal())
        .forEach(
            state ->
                assertThat(settle(placed, Some.order().with(state)))
                    .as(state.label())
                    .isSameAs(placed));
  }

  @Test
  void only_the_ended_orders_reservation_is_released() {
    Order other = Some.order(OrderId.derivedFrom("other"));
    RiskBook both = BookRules.reserve(BookRules.reserve(Some.riskBook(), Some.order()), other);
    RiskBook book = settle(both, Some.order().with(new OrderState.Expired(Some.NOW)));
    assertThat(book.reservations()).containsExactly(held(other));
  }

  @Test
  void a_part_that_was_filled_holds_its_part_of_the_risk_and_no_other_order_changes() {
    Order other = Some.order(OrderId.derivedFrom("other"));
    RiskBook both = BookRules.reserve(BookRules.reserve(Some.riskBook(), Some.order()), other);
    Fill whole = Some.fill();
    Fill part =
        new Fill(whole.ticket(), whole.price(), Lots.of("0.03"), whole.stopLoss(), whole.at());
    RiskBook book = BookRules.resize(both, Some.order().with(new OrderState.Filled(part)));
    assertThat(book.reservations())
        .containsExactly(
            new Reservation(
                Some.ORDER,
                Some.order().origin(),
                Some.EURUSD,
                Direction.BUY,
                Lots.of("0.03"),
                Some.usd("6.00"),
                Some.NOW),
            held(other));
    assertThat(BookRules.resize(both, Some.order())).isSameAs(both);
  }

  @Test
  void it_remembers_the_last_fifty_orders_and_the_last_two_hundred_ends() {
    List<String> ends = IntStream.range(0, 200).mapToObj(i -> "END" + i).toList();
    List<Instant> orders = Collections.nCopies(50, Some.NOW.minusSeconds(60));
    RiskBook full =
        new RiskBook(Some.USER, List.of(), DAY, Tilt.calm(), Some.usd("10000"), orders, ends);
    RiskBook book = BookRules.reserve(full, Some.order());
    assertThat(book.recent()).hasSize(50).startsWith(Some.NOW);
    assertThat(settle(book, closed(Some.order(), "1", Some.NOW)).settled())
        .hasSize(200)
        .startsWith(Some.ORDER.value(), "END0")
        .endsWith("END198");
  }

  private static RiskBook today(RiskBook book, String balance, String equity, Instant at) {
    return BookRules.today(book, Some.usd(balance), Some.usd(equity), at);
  }

  private static RiskBook settle(RiskBook book, Order order) {
    return BookRules.settle(book, order, SomeRules.limits());
  }

  private static Order closed(Order order, String net, Instant at) {
    Exit exit = new Exit.Booked(Price.of("1.1"), Some.usd(net), ExitReason.TRADER, at);
    return order.with(new OrderState.Closed(Some.fill(), exit));
  }

  private static Reservation held(Order order) {
    return new Reservation(
        order.id(),
        order.origin(),
        order.terms().symbol(),
        order.terms().direction(),
        order.terms().lots(),
        order.terms().risk(),
        order.createdAt());
  }

  private static RiskDay day(Money realised, int fires, Map<Session, Integer> bySession) {
    return new RiskDay(DAY.date(), DAY.opening(), realised, fires, bySession);
  }
}
