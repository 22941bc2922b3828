package io.bitten.core.fill;

import static org.assertj.core.api.Assertions.assertThat;

import io.bitten.core.Event;
import io.bitten.core.Some;
import io.bitten.core.SomeKinds;
import io.bitten.core.SomeRules;
import io.bitten.core.Versioned;
import io.bitten.core.account.Money;
import io.bitten.core.account.Position;
import io.bitten.core.account.Ticket;
import io.bitten.core.market.Level;
import io.bitten.core.market.Lots;
import io.bitten.core.market.Price;
import io.bitten.core.memory.ManualTime;
import io.bitten.core.memory.MemoryWorld;
import io.bitten.core.order.Exit;
import io.bitten.core.order.ExitReason;
import io.bitten.core.order.Fill;
import io.bitten.core.order.Order;
import io.bitten.core.order.OrderState;
import io.bitten.core.order.Orphan;
import io.bitten.core.order.OrphanFact;
import io.bitten.core.order.OrphanSource;
import io.bitten.core.order.OrphanState;
import io.bitten.core.risk.Reservation;
import io.bitten.core.risk.RiskBook;
import io.bitten.core.risk.Tilt;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class OrphanDeskTest {
  private static final Ticket TICKET = Some.fill().ticket();
  private static final OrphanSource LATE =
      new OrphanSource.OfOrder(Some.ORDER, "TRD_20240102_001", "EXPIRED");
  private static final OrphanSource STRANGER = new OrphanSource.OfNobody(Some.magic());
  private static final Exit LOST =
      new Exit.Booked(Price.of("1.09900"), Some.usd("-10.70"), ExitReason.LATE, Some.NOW);

  private final MemoryWorld memory = MemoryWorld.on(new ManualTime(Some.NOW));
  private final FillDesk desk = new FillDesk(memory.world(), SomeRules.rulebook());

  @BeforeEach
  void an_order_that_has_expired() {
    memory.accounts().claim(Some.account());
    memory.accounts().keep(Some.snapshot());
    memory
        .orders()
        .place(Some.order(), Versioned.fresh(Some.riskBook(List.of(Some.reservation(Some.ORDER)))));
    memory
        .orders()
        .save(
            memory
                .orders()
                .find(Some.ORDER)
                .orElseThrow()
                .with(Some.order().with(new OrderState.Expired(Some.NOW))));
    desk.book(new Report.OrderMoved(Some.ORDER, Some.ACCOUNT, 2, "EXPIRED", Some.NOW));
  }

  @Test
  void a_late_execution_has_a_record_counts_as_open_and_is_told_once() {
    assertThat(book().reservations()).isEmpty();

    twice(SomeKinds.found(LATE));

    Versioned<Orphan> stored = stored();
    assertThat(stored.version()).isEqualTo(1);
    assertThat(stored.value().user()).isEqualTo(Some.USER);
    assertThat(stored.value().state())
        .isEqualTo(new OrphanState.Closing(ExitReason.LATE, Some.NOW));
    assertThat(book().reservations())
        .singleElement()
        .extracting(Reservation::symbol, Reservation::risk)
        .containsExactly(Some.EURUSD, Some.terms().risk());
    assertThat(told()).containsOnly("CLOSING 1");
  }

  @Test
  void its_result_counts_in_the_day_once_and_says_nothing_about_tilt() {
    twice(SomeKinds.found(LATE));
    twice(new OrphanFact.Gone(LOST));

    assertThat(stored().value().state()).isEqualTo(new OrphanState.Closed(LOST));
    assertThat(book().reservations()).isEmpty();
    assertThat(book().day().realised()).isEqualTo(Some.usd("-10.70"));
    assertThat(book().tilt()).isEqualTo(Tilt.calm());
    assertThat(told()).endsWith("CLOSED 2");
  }

  @Test
  void a_repeat_of_its_beginning_after_its_end_brings_nothing_back() {
    twice(SomeKinds.found(LATE));
    learn(new OrphanFact.Gone(LOST));
    RiskBook after = book();
    twice(SomeKinds.found(LATE));

    assertThat(stored().value().state()).isEqualTo(new OrphanState.Closed(LOST));
    assertThat(book()).isEqualTo(after);
  }

  @Test
  void an_end_of_something_unknown_begins_nothing() {
    learn(new OrphanFact.Gone(LOST));

    assertThat(memory.orphans().of(Some.ACCOUNT, 10)).isEmpty();
    assertThat(book().day().realised()).isEqualTo(Some.usd("0.00"));
  }

  @Test
  void its_place_is_its_own_so_that_a_late_release_of_its_order_takes_it_from_nobody() {
    twice(SomeKinds.found(LATE));
    desk.settle(memory.orders().find(Some.ORDER).orElseThrow().value());

    assertThat(book().reservations()).hasSize(1);
  }

  @Test
  void a_part_that_was_executed_holds_its_part_of_the_risk() {
    learn(
        new OrphanFact.Found(
            LATE,
            Some.EURUSD,
            Some.terms().direction(),
            fill("0.03", Level.at(Some.terms().stopLoss()))));

    assertThat(stored().value().risk()).isEqualTo(Some.usd("6.00"));
  }

  @Test
  void a_stranger_counts_for_the_accounts_owner_and_is_left_to_a_person() {
    learn(SomeKinds.found(STRANGER));

    assertThat(stored().value().state()).isEqualTo(new OrphanState.Left(Some.NOW));
    assertThat(stored().value().user()).isEqualTo(Some.account().owner());
    assertThat(book().reservations())
        .singleElement()
        .extracting(Reservation::risk)
        .as("0.10 lots, 201 points to its stop")
        .isEqualTo(Some.usd("20.10"));
  }

  @Test
  void a_stranger_without_a_stop_may_lose_what_a_whole_trade_may() {
    learn(
        new OrphanFact.Found(
            STRANGER, Some.EURUSD, Some.terms().direction(), fill("0.10", Level.absent())));

    Money whole = Some.usd("200.00");
    assertThat(stored().value().risk()).as("2 % of 10,000").isEqualTo(whole);
  }

  @Test
  void a_stranger_that_an_order_explains_later_is_given_back_without_a_result() {
    learn(SomeKinds.found(STRANGER));
    Versioned<Order> expired = memory.orders().find(Some.ORDER).orElseThrow();
    memory
        .orders()
        .save(expired.with(Some.order().with(new OrderState.Protected(Some.fill(), Some.NOW))));
    twice(new OrphanFact.Claimed(Some.ORDER));

    assertThat(stored().value().state()).isEqualTo(new OrphanState.Adopted(Some.ORDER, Some.NOW));
    assertThat(book().reservations()).isEmpty();
    assertThat(book().day().realised()).isEqualTo(Some.usd("0.00"));
  }

  @Test
  void an_order_that_ended_without_the_position_does_not_get_it_by_a_relay_that_stood_still() {
    learn(SomeKinds.found(LATE));
    twice(new OrphanFact.Claimed(Some.ORDER));

    assertThat(stored().value().state())
        .isEqualTo(new OrphanState.Closing(ExitReason.LATE, Some.NOW));
    assertThat(book().reservations()).hasSize(1);
  }

  @Test
  void a_stranger_whose_order_is_found_later_is_closed_like_any_late_execution() {
    learn(SomeKinds.found(STRANGER));
    learn(SomeKinds.found(LATE));
    assertThat(stored().value().state())
        .isEqualTo(new OrphanState.Closing(ExitReason.LATE, Some.NOW));

    learn(SomeKinds.found(STRANGER));
    assertThat(stored().value().source()).as("not forgotten again").isEqualTo(LATE);
  }

  @Test
  void before_the_accounts_first_look_nothing_is_booked_and_nothing_fails() {
    MemoryWorld blind = MemoryWorld.on(new ManualTime(Some.NOW));
    blind.accounts().claim(Some.account());
    new FillDesk(blind.world(), SomeRules.rulebook()).book(report(SomeKinds.found(STRANGER)));

    assertThat(blind.orphans().of(Some.ACCOUNT, 10)).isEmpty();
  }

  private static Fill fill(String lots, Level stop) {
    Position seen = Some.position();
    return new Fill(TICKET, seen.openPrice(), Lots.of(lots), stop, seen.openedAt());
  }

  private void twice(OrphanFact fact) {
    learn(fact);
    learn(fact);
  }

  private void learn(OrphanFact fact) {
    desk.book(report(fact));
  }

  private static Report report(OrphanFact fact) {
    return new Report.OrphanSeen(Some.ACCOUNT, TICKET, fact, Some.NOW);
  }

  private Versioned<Orphan> stored() {
    return memory.orphans().find(Some.ACCOUNT, TICKET).orElseThrow();
  }

  private RiskBook book() {
    return memory.riskBooks().find(Some.USER).orElseThrow().value();
  }

  private List<String> told() {
    return memory.events().published().stream()
        .filter(event -> event instanceof Event.OrphanChanged)
        .map(event -> (Event.OrphanChanged) event)
        .map(changed -> changed.state() + " " + changed.version())
        .toList();
  }
}
