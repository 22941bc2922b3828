package io.bitten.core.fill;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bitten.core.Contention;
import io.bitten.core.CorrelationId;
import io.bitten.core.Event;
import io.bitten.core.EventHeader;
import io.bitten.core.Events;
import io.bitten.core.Interrupted;
import io.bitten.core.Some;
import io.bitten.core.SomeRules;
import io.bitten.core.Versioned;
import io.bitten.core.account.AccountSnapshot;
import io.bitten.core.halt.Halt;
import io.bitten.core.halt.HaltScope;
import io.bitten.core.halt.HaltTexts;
import io.bitten.core.memory.ManualTime;
import io.bitten.core.memory.MemoryWorld;
import io.bitten.core.order.Order;
import io.bitten.core.order.OrderState;
import io.bitten.core.risk.BookRules;
import io.bitten.core.risk.RiskBook;
import io.bitten.core.risk.RiskBooks;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** What a report leaves behind in the books, and what a repeat of it does not. */
final class BookingTest {
  private static final Order EXPIRED = Some.order().with(new OrderState.Expired(Some.NOW));

  private final ManualTime time = new ManualTime(Some.NOW);
  private final MemoryWorld memory = MemoryWorld.on(time);
  private final FillDesk desk = new FillDesk(memory.world(), SomeRules.rulebook());

  @Test
  void a_look_is_kept_and_turns_the_owners_page_of_the_day() {
    placed();
    time.advance(Duration.ofDays(1));
    AccountSnapshot tomorrow = look("9500", "10500", Duration.ofDays(1));
    desk.book(new Report.AccountSeen(tomorrow));
    assertThat(memory.accounts().snapshot(Some.ACCOUNT)).contains(tomorrow);
    assertThat(book())
        .isEqualTo(
            BookRules.today(
                BookRules.reserve(Some.riskBook(), Some.order()),
                Some.usd("9500"),
                Some.usd("10500"),
                tomorrow.at()));
    assertThat(book().peak()).isEqualTo(Some.usd("10500"));
  }

  @Test
  void a_look_that_changes_nothing_in_the_book_does_not_write_it() {
    placed();
    long version = memory.riskBooks().find(Some.USER).orElseThrow().version();
    desk.book(new Report.AccountSeen(Some.snapshot()));
    assertThat(memory.riskBooks().find(Some.USER).orElseThrow().version()).isEqualTo(version);
  }

  @Test
  void a_look_at_an_account_of_nobody_or_of_a_trader_without_a_book_is_only_kept() {
    desk.book(new Report.AccountSeen(Some.snapshot()));
    assertThat(memory.accounts().snapshot(Some.ACCOUNT)).contains(Some.snapshot());
    memory.accounts().claim(Some.account());
    desk.book(new Report.AccountSeen(look("1", "1", Duration.ofSeconds(1))));
    assertThat(memory.riskBooks().find(Some.USER)).isEmpty();
  }

  @Test
  void a_heartbeat_is_kept() {
    Report.Heartbeat beat =
        new Report.Heartbeat("vps-1", "boot-1", "CLOSED", List.of(Some.ACCOUNT), Some.NOW);
    desk.book(beat);
    assertThat(memory.relays().heardSince(Some.NOW)).containsExactly(beat);
  }

  @Test
  void a_halt_the_relay_set_is_told_with_its_own_time_and_an_older_epoch_is_not() {
    HaltScope account = new HaltScope.OneAccount(Some.ACCOUNT);
    Halt.Active first = new Halt.Active(account, 1, "relay vps-1", "a stranger", Some.NOW);
    memory.halts().write(first);
    String scope = HaltTexts.of(account);
    desk.book(new Report.HaltSeen(scope, 0, "relay vps-1", Some.NOW));
    assertThat(memory.events().take()).hasOnlyElementsOfType(Event.HaltReached.class);
    desk.book(new Report.HaltSeen(scope, 1, "relay vps-1", Some.NOW.plusSeconds(9)));
    assertThat(memory.events().published())
        .filteredOn(Event.EmergencyStop.class::isInstance)
        .containsExactly(
            new Event.EmergencyStop(
                EventHeader.of("halt-" + scope + "-1", Some.NOW, new CorrelationId("halt-1")),
                first,
                Some.NOW));
  }

  @Test
  void an_ended_order_is_settled_before_it_is_told() {
    placed();
    store(EXPIRED);
    Runnable crash =
        () -> {
          throw new Interrupted.Crash();
        };
    FillDesk dies =
        new FillDesk(
            Interrupted.before(memory.world(), Events.class, "publish", crash),
            SomeRules.rulebook());
    assertThatThrownBy(() -> dies.book(moved("EXPIRED"))).isInstanceOf(Interrupted.Crash.class);
    RiskBook settled = book();
    assertThat(settled.reservations()).isEmpty();
    desk.book(moved("EXPIRED"));
    assertThat(book()).isEqualTo(settled);
    assertThat(memory.events().published())
        .containsExactly(
            new Event.OrderChanged(
                EventHeader.of("changed-" + Some.ORDER + "-2", Some.NOW, Some.correlation()),
                Some.ORDER,
                Some.USER,
                2,
                "EXPIRED"));
  }

  @Test
  void a_crash_between_any_two_calls_and_a_repeat_settle_once() {
    for (int call = 1; call <= 6; call++) {
      for (boolean before : new boolean[] {true, false}) {
        BookingTest its = new BookingTest();
        its.placed();
        its.store(EXPIRED);
        its.crashAt(new Interrupted.Moment(call, before));
        its.desk.book(moved("EXPIRED"));
        assertThat(its.book().reservations()).isEmpty();
        assertThat(its.book().day().fires()).isZero();
        assertThat(its.book().settled()).containsExactly(Some.ORDER.value());
        assertThat(its.memory.events().published())
            .extracting(event -> event.header().id())
            .containsOnly("changed-" + Some.ORDER + "-2");
      }
    }
  }

  @Test
  void a_book_that_keeps_changing_is_settled_eight_times_and_then_left_to_the_queue() {
    placed();
    store(EXPIRED);
    AtomicInteger tries = new AtomicInteger();
    FillDesk desk =
        new FillDesk(
            Interrupted.before(
                memory.world(),
                RiskBooks.class,
                "save",
                () -> {
                  tries.incrementAndGet();
                  memory.riskBooks().save(memory.riskBooks().find(Some.USER).orElseThrow());
                }),
            SomeRules.rulebook());
    assertThatThrownBy(() -> desk.settle(EXPIRED)).isInstanceOf(Contention.class);
    assertThat(tries).hasValue(8);
    assertThat(book().reservations()).hasSize(1);
    assertThat(memory.events().published()).isEmpty();
  }

  @Test
  void a_report_of_an_order_or_of_a_trader_nobody_knows_changes_nothing() {
    desk.book(moved("EXPIRED"));
    desk.book(new Report.OrderMoving(Some.ORDER, Some.ACCOUNT, 2, Some.NOW));
    desk.settle(EXPIRED);
    assertThat(memory.riskBooks().find(Some.USER)).isEmpty();
    assertThat(memory.events().published()).isEmpty();
  }

  private void crashAt(Interrupted.Moment when) {
    Runnable crash =
        () -> {
          throw new Interrupted.Crash();
        };
    try {
      new FillDesk(Interrupted.world(memory.world(), when, crash), SomeRules.rulebook())
          .book(moved("EXPIRED"));
    } catch (Interrupted.Crash e) {
      // The report comes again.
      assertThat(memory.orders().find(Some.ORDER)).isPresent();
    }
  }

  private void placed() {
    memory.accounts().claim(Some.account());
    memory
        .orders()
        .place(Some.order(), Versioned.fresh(BookRules.reserve(Some.riskBook(), Some.order())));
  }

  private void store(Order order) {
    memory.orders().save(memory.orders().find(order.id()).orElseThrow().with(order));
  }

  private RiskBook book() {
    return memory.riskBooks().find(Some.USER).orElseThrow().value();
  }

  private static Report moved(String state) {
    return new Report.OrderMoved(Some.ORDER, Some.ACCOUNT, 2, state, Some.NOW);
  }

  private static AccountSnapshot look(String balance, String equity, Duration later) {
    AccountSnapshot s = Some.snapshot(Some.NOW.plus(later));
    return new AccountSnapshot(
        s.account(),
        s.at(),
        Some.usd(balance),
        Some.usd(equity),
        s.margin(),
        s.freeMargin(),
        List.of(),
        s.quotes(),
        s.specs());
  }
}
