package io.bitten.core.fire;

import static org.assertj.core.api.Assertions.assertThat;

import io.bitten.core.CorrelationId;
import io.bitten.core.Some;
import io.bitten.core.SomeKinds;
import io.bitten.core.Versioned;
import io.bitten.core.account.Link;
import io.bitten.core.account.Ticket;
import io.bitten.core.account.Trader;
import io.bitten.core.account.UserId;
import io.bitten.core.memory.ManualTime;
import io.bitten.core.memory.MemoryWorld;
import io.bitten.core.order.CommandHeader;
import io.bitten.core.order.ExitReason;
import io.bitten.core.order.Fill;
import io.bitten.core.order.HaltEpochs;
import io.bitten.core.order.Order;
import io.bitten.core.order.OrderId;
import io.bitten.core.order.OrderState;
import io.bitten.core.order.RelayCommand;
import io.bitten.core.risk.RiskBook;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class CloseDeskTest {
  private static final Fill FILL = Some.fill();
  private static final Fill OTHER =
      new Fill(new Ticket(900002), FILL.price(), FILL.lots(), FILL.stopLoss(), FILL.at());

  private final MemoryWorld memory = MemoryWorld.on(new ManualTime(Some.NOW));
  private final CloseDesk desk = new CloseDesk(memory.world());

  @BeforeEach
  void a_trader_with_an_account() {
    memory.traders().save(Versioned.fresh(Some.trader()));
    memory.accounts().claim(Some.account());
  }

  @Test
  void the_position_with_the_ticket_is_asked_to_be_closed_and_no_other() {
    Order asked = holds("asked", new OrderState.Protected(FILL, Some.NOW));
    holds("other", new OrderState.Protected(OTHER, Some.NOW));
    assertThat(desk.close(Some.USER, FILL.ticket(), ExitReason.TRADER, "tap-9")).contains(asked);
    assertThat(memory.queues().relay())
        .containsExactly(
            new RelayCommand.Close(
                header("close-" + asked.id() + "-tap-9", asked.correlation()),
                asked.id(),
                FILL.ticket(),
                ExitReason.TRADER));
  }

  @Test
  void a_ticket_that_is_not_the_traders_is_not_closed() {
    holds("asked", new OrderState.Protected(FILL, Some.NOW));
    assertThat(desk.close(Some.USER, OTHER.ticket(), ExitReason.TRADER, "tap-9")).isEmpty();
    assertThat(desk.close(UserId.ofTelegram(666), FILL.ticket(), ExitReason.TRADER, "tap-9"))
        .isEmpty();
    assertThat(memory.queues().relay()).isEmpty();
  }

  @Test
  void an_order_of_somebody_else_on_the_account_is_not_the_traders_to_close() {
    memory.traders().save(Versioned.fresh(Some.trader(666)));
    holds("asked", new OrderState.Protected(FILL, Some.NOW));
    assertThat(desk.open(UserId.ofTelegram(666))).isEmpty();
    assertThat(desk.open(Some.USER)).hasSize(1);
  }

  @Test
  void everything_of_the_account_is_asked_to_be_closed_also_when_nothing_is_seen_open() {
    assertThat(desk.closeAll(Some.USER, ExitReason.PANIC, "tap-9")).isEmpty();
    Order open = holds("open", new OrderState.Unprotected(FILL, Some.NOW));
    assertThat(desk.closeAll(Some.USER, ExitReason.PANIC, "tap-10")).containsExactly(open);
    assertThat(memory.queues().relay())
        .containsExactly(
            new RelayCommand.CloseAll(
                header("closeall-tap-9", new CorrelationId("closeall-tap-9")), ExitReason.PANIC),
            new RelayCommand.CloseAll(
                header("closeall-tap-10", new CorrelationId("closeall-tap-10")), ExitReason.PANIC));
  }

  @Test
  void a_trader_without_an_account_has_nothing_to_close() {
    Versioned<Trader> stored = memory.traders().find(Some.USER).orElseThrow();
    memory.traders().save(stored.with(stored.value().with(new Link.None())));
    assertThat(desk.closeAll(Some.USER, ExitReason.PANIC, "tap-9")).isEmpty();
    assertThat(memory.queues().relay()).isEmpty();
  }

  @Test
  void an_order_holds_a_position_from_its_fill_until_it_is_closed() {
    List<String> holding =
        SomeKinds.states().stream()
            .filter(state -> CloseDesk.fill(Some.order().with(state)).isPresent())
            .map(OrderState::label)
            .toList();
    assertThat(holding).containsExactly("FILLED", "UNPROTECTED", "PROTECTED", "CLOSING");
  }

  @Test
  void an_order_in_hand_is_closed_though_no_list_shows_it_yet() {
    Order filled = Some.order().with(new OrderState.Protected(Some.fill(), Some.NOW));

    new CloseDesk(memory.world()).close(filled, ExitReason.TRADER, "tap-1");
    new CloseDesk(memory.world()).close(Some.order(), ExitReason.TRADER, "tap-2");

    assertThat(memory.queues().relay())
        .singleElement()
        .isInstanceOfSatisfying(
            RelayCommand.Close.class,
            close -> assertThat(close.ticket()).isEqualTo(Some.fill().ticket()));
  }

  private Order holds(String name, OrderState state) {
    Order order = Some.order(OrderId.derivedFrom(name));
    Versioned<RiskBook> book =
        memory.riskBooks().find(Some.USER).orElse(Versioned.fresh(Some.riskBook()));
    memory.orders().place(order, book);
    memory.orders().save(memory.orders().find(order.id()).orElseThrow().with(order.with(state)));
    return order.with(state);
  }

  private static CommandHeader header(String id, CorrelationId correlation) {
    return new CommandHeader(
        id,
        Some.ACCOUNT,
        new HaltEpochs(0, 0, 0),
        Some.NOW,
        Some.NOW.plusSeconds(600),
        correlation);
  }
}
