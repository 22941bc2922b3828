package io.bitten.core.fill;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bitten.core.Contention;
import io.bitten.core.Event;
import io.bitten.core.Interrupted;
import io.bitten.core.Some;
import io.bitten.core.SomeRules;
import io.bitten.core.Versioned;
import io.bitten.core.account.AccountSnapshot;
import io.bitten.core.halt.Halt;
import io.bitten.core.halt.HaltScope;
import io.bitten.core.halt.HaltTexts;
import io.bitten.core.market.Price;
import io.bitten.core.memory.ManualTime;
import io.bitten.core.memory.MemoryWorld;
import io.bitten.core.order.Exit;
import io.bitten.core.order.ExitReason;
import io.bitten.core.order.OrderState;
import io.bitten.core.risk.RiskBook;
import io.bitten.core.risk.RiskBooks;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FillDeskTest {
  private final MemoryWorld memory = MemoryWorld.on(new ManualTime(Some.NOW));
  private final FillDesk desk = new FillDesk(memory.world(), SomeRules.rulebook());

  @Test
  void a_trade_that_was_closed_before_its_reports_came_is_told_as_executed_and_as_closed() {
    memory.orders().place(Some.order(), Versioned.fresh(Some.riskBook()));
    Exit exit = new Exit.Booked(Price.of("1.1"), Some.usd("1.00"), ExitReason.TRADER, Some.NOW);
    memory
        .orders()
        .save(
            memory
                .orders()
                .find(Some.ORDER)
                .orElseThrow()
                .with(Some.order().with(new OrderState.Closed(Some.fill(), exit))));

    desk.book(moved(1, "PROTECTED"));
    desk.book(moved(2, "CLOSED"));

    List<Event> told = memory.events().published();
    assertThat(told)
        .filteredOn(event -> event instanceof Event.TradeExecuted)
        .singleElement()
        .isInstanceOfSatisfying(
            Event.TradeExecuted.class, executed -> assertThat(executed.version()).isEqualTo(1));
    assertThat(told).filteredOn(event -> event instanceof Event.TradeClosed).hasSize(1);
    assertThat(told).filteredOn(event -> event instanceof Event.OrderChanged).hasSize(2);
  }

  @Test
  void a_move_that_was_announced_is_told_once_it_is_stored_and_not_before() {
    memory.orders().place(Some.order(), Versioned.fresh(Some.riskBook()));
    Report announced = new Report.OrderMoving(Some.ORDER, Some.ACCOUNT, 2, Some.NOW);

    assertThatThrownBy(() -> desk.book(announced)).isInstanceOf(Contention.class);
    assertThat(memory.events().published()).isEmpty();

    memory
        .orders()
        .save(
            memory
                .orders()
                .find(Some.ORDER)
                .orElseThrow()
                .with(Some.order().with(new OrderState.Expired(Some.NOW))));
    desk.book(announced);

    assertThat(memory.events().published())
        .singleElement()
        .isInstanceOfSatisfying(
            Event.OrderChanged.class,
            changed -> {
              assertThat(changed.version()).isEqualTo(2);
              assertThat(changed.state()).isEqualTo("EXPIRED");
            });
  }

  @Test
  void the_highest_equity_is_kept_though_an_order_ends_while_the_look_is_booked() {
    memory.accounts().claim(Some.account());
    memory
        .orders()
        .place(Some.order(), Versioned.fresh(Some.riskBook(List.of(Some.reservation(Some.ORDER)))));
    Deque<Runnable> meanwhile =
        new ArrayDeque<>(
            List.of(() -> desk.settle(Some.order().with(new OrderState.Expired(Some.NOW)))));
    FillDesk slow =
        new FillDesk(
            Interrupted.before(
                memory.world(),
                RiskBooks.class,
                "save",
                () -> Optional.ofNullable(meanwhile.poll()).ifPresent(Runnable::run)),
            SomeRules.rulebook());

    slow.book(new Report.AccountSeen(seen("12000")));

    RiskBook book = memory.riskBooks().find(Some.USER).orElseThrow().value();
    assertThat(book.reservations()).isEmpty();
    assertThat(book.peak()).isEqualTo(Some.usd("12000"));
  }

  private static AccountSnapshot seen(String equity) {
    AccountSnapshot look = Some.snapshot();
    return new AccountSnapshot(
        look.account(),
        look.at(),
        look.balance(),
        Some.usd(equity),
        look.margin(),
        look.freeMargin(),
        look.positions(),
        look.quotes(),
        look.specs());
  }

  @Test
  void a_halt_that_a_relay_set_itself_is_told_and_one_it_only_obeys_is_not_told_again() {
    HaltScope account = new HaltScope.OneAccount(Some.ACCOUNT);
    memory.halts().write(new Halt.Active(account, 1, "relay vps-1", "a stranger", Some.NOW));
    String scope = HaltTexts.of(account);

    desk.book(new Report.HaltSeen(scope, 1, "relay vps-2", Some.NOW));
    assertThat(memory.events().take())
        .singleElement()
        .isInstanceOfSatisfying(
            Event.HaltReached.class, reached -> assertThat(reached.hop()).isEqualTo("relay vps-2"));
    desk.book(new Report.HaltSeen(scope, 1, "relay vps-1", Some.NOW));
    assertThat(memory.events().take())
        .hasExactlyElementsOfTypes(Event.HaltReached.class, Event.EmergencyStop.class);
  }

  private static Report moved(long version, String state) {
    return new Report.OrderMoved(Some.ORDER, Some.ACCOUNT, version, state, Some.NOW);
  }
}
