package io.bitten.core.alert;

import static org.assertj.core.api.Assertions.assertThat;

import io.bitten.core.Event;
import io.bitten.core.EventHeader;
import io.bitten.core.Some;
import io.bitten.core.SomeRules;
import io.bitten.core.Versioned;
import io.bitten.core.account.DemoPool;
import io.bitten.core.account.Reach;
import io.bitten.core.account.Trader;
import io.bitten.core.chat.Card;
import io.bitten.core.chat.ChatSettings;
import io.bitten.core.chat.Outgoing;
import io.bitten.core.chat.Shown;
import io.bitten.core.chat.Subject;
import io.bitten.core.halt.Halt;
import io.bitten.core.halt.HaltScope;
import io.bitten.core.memory.ManualTime;
import io.bitten.core.memory.MemoryMessenger.Sent;
import io.bitten.core.memory.MemoryWorld;
import io.bitten.core.order.Order;
import io.bitten.core.order.OrderState;
import io.bitten.core.order.Origin;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class NotifyDeskTest {
  private static final ChatSettings SETTINGS =
      new ChatSettings(
          () -> "not-a-secret-only-a-test", "", new DemoPool(List.of()), "", "", Set.of());
  private static final EventHeader HEADER = Some.header();

  private final MemoryWorld memory = MemoryWorld.on(new ManualTime(Some.NOW));
  private final NotifyDesk desk = new NotifyDesk(memory.world(), SomeRules.rulebook(), SETTINGS);
  private final MessageDesk sender = new MessageDesk(memory.world(), SomeRules.rulebook());

  @BeforeEach
  void a_trader_with_a_placed_order() {
    memory.traders().save(Versioned.fresh(Some.trader()));
    memory.orders().place(Some.order(), Versioned.fresh(Some.riskBook()));
  }

  @Test
  void events_in_any_order_leave_the_card_at_the_present_state() {
    Event placed = new Event.OrderPlaced(HEADER, Some.ORDER, Some.USER, 77);
    Event changed = new Event.OrderChanged(HEADER, Some.ORDER, Some.USER, 2, "FILLED");
    Event executed = new Event.TradeExecuted(HEADER, Some.ORDER, Some.USER, 3);
    move(new OrderState.Filled(Some.fill()));
    move(new OrderState.Protected(Some.fill(), Some.NOW));
    for (Event event : List.of(executed, placed, changed, placed)) {
      desk.tell(event);
    }
    send();

    assertThat(memory.messenger().sent())
        .singleElement()
        .satisfies(sent -> assertThat(sent.card().html()).contains("Filled and protected"));
  }

  @Test
  void the_card_that_was_confirmed_is_the_one_that_changes() {
    long confirmed = post();
    memory
        .shownCards()
        .keep(
            new Shown(
                Some.trader().chat(), new Subject.OfOrder(Some.ORDER), confirmed, 0, Some.NOW));
    desk.tell(new Event.OrderPlaced(HEADER, Some.ORDER, Some.USER, confirmed));
    send();

    assertThat(memory.messenger().shown(Some.trader().chat()))
        .extracting(Sent::messageId)
        .containsExactly(confirmed);
  }

  @Test
  void a_refused_fire_says_why_on_its_own_card() {
    long confirmed = post();
    desk.tell(
        new Event.FireRefused(
            HEADER,
            Some.USER,
            new Origin.OfTrader(),
            confirmed,
            "SYMBOL_FULL",
            "Two positions in EURUSD are open already.",
            "Close one first."));
    send();

    assertThat(memory.messenger().shown(Some.trader().chat()))
        .singleElement()
        .satisfies(
            sent ->
                assertThat(sent.card().html())
                    .isEqualTo(
                        "<b>⛔ Not traded. </b>Two positions in EURUSD are open already."
                            + " Close one first. <code>SYMBOL_FULL</code>"));
  }

  @Test
  void a_fire_from_the_hud_that_is_refused_is_told_below_all_the_rest() {
    long alert = post();
    memory
        .shownCards()
        .keep(
            new Shown(
                Some.trader().chat(),
                new Subject.OfSignal(Some.signal().id()),
                alert,
                1,
                Some.NOW));
    desk.tell(
        new Event.FireRefused(
            HEADER,
            Some.USER,
            new Origin.OfSignal(Some.signal().id()),
            0,
            "SYMBOL_FULL",
            "Two positions in EURUSD are open already.",
            "Close one first."));
    send();

    assertThat(memory.messenger().shown(Some.trader().chat()))
        .hasSize(2)
        .last()
        .satisfies(sent -> assertThat(sent.card().html()).contains("Not traded"));
  }

  @Test
  void an_operators_stop_is_told_and_the_traders_own_is_not_told_twice() {
    desk.tell(stop("tg-1"));
    assertThat(memory.queues().takeMessages()).hasSize(1);
    desk.tell(stop(Some.USER.value()));
    assertThat(memory.queues().takeMessages()).isEmpty();
  }

  @Test
  void who_blocked_the_bot_is_told_nothing() {
    Versioned<Trader> stored = memory.traders().find(Some.USER).orElseThrow();
    memory.traders().save(stored.with(stored.value().with(Reach.BLOCKED)));
    desk.tell(new Event.OrderPlaced(HEADER, Some.ORDER, Some.USER, 77));

    assertThat(memory.queues().messages()).isEmpty();
  }

  private static Event stop(String by) {
    Halt halt = new Halt.Active(new HaltScope.OneUser(Some.USER), 1, by, "margin call", Some.NOW);
    return new Event.EmergencyStop(HEADER, halt, Some.NOW);
  }

  private void move(OrderState next) {
    Versioned<Order> stored = memory.orders().find(Some.ORDER).orElseThrow();
    memory.orders().save(stored.with(stored.value().with(next)));
  }

  private long post() {
    sender.send(
        new Outgoing.Post(
            "confirm", Some.trader().chat(), Card.text("Confirm?"), new Subject.Nothing()));
    return memory.messenger().sent().getLast().messageId();
  }

  private void send() {
    memory.queues().takeMessages().forEach(sender::send);
  }
}
