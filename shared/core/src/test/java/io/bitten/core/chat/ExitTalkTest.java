package io.bitten.core.chat;

import static org.assertj.core.api.Assertions.assertThat;

import io.bitten.core.Some;
import io.bitten.core.market.Price;
import io.bitten.core.order.Attempt;
import io.bitten.core.order.Exit;
import io.bitten.core.order.ExitReason;
import io.bitten.core.order.OrderState;
import io.bitten.core.order.Owner;
import io.bitten.core.order.RelayCommand;
import io.bitten.core.order.RouteName;
import io.bitten.core.signal.SignalClass;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Closing while it is not known yet whether an order has a position. */
final class ExitTalkTest {
  private static final Attempt ATTEMPT =
      new Attempt(1, RouteName.FARM, new Owner("relay-1", "boot-1", 7), Some.NOW.plusSeconds(8));

  private final Conversation anna = new Conversation(7001, "Anna");

  static Stream<OrderState> onTheirWay() {
    return Stream.of(
        new OrderState.Submitting(ATTEMPT),
        new OrderState.Unknown(ATTEMPT, "no answer in 30 s", Some.NOW));
  }

  @BeforeEach
  void an_order_is_placed() {
    anna.ready();
    anna.signal(SomeCards.signal(SignalClass.RAPID, 75));
    anna.tap("FIRE EURUSD BUY");
    anna.tap("Confirm");
  }

  @Test
  void an_order_that_is_new_can_be_asked_to_be_closed() {
    asksAndCloses("📤 Sending to MT5...");
  }

  @ParameterizedTest
  @MethodSource("onTheirWay")
  void an_order_on_its_way_can_be_asked_to_be_closed(OrderState state) {
    anna.relay(state);
    asksAndCloses(OrderCards.title(state));
  }

  private void asksAndCloses(String title) {
    for (String text : new String[] {"/close", "/closeall"}) {
      assertThat(anna.say(text))
          .contains("EURUSD BUY 0.90 lots · " + title, "[Close all 1/DANGER]")
          .contains("1 order on its way")
          .doesNotContain("no open");
    }
    assertThat(anna.tap("Close all 1"))
        .contains("1 order on its way", "closed if it fills")
        .doesNotContain("no open");
    assertThat(anna.memory.queues().relay()).anyMatch(RelayCommand.CloseAll.class::isInstance);
  }

  @Test
  void what_has_a_fill_is_a_position_and_nothing_on_its_way() {
    anna.relay(new OrderState.Protected(Some.fill(), Some.NOW));

    assertThat(anna.say("/close")).contains("Which position?").doesNotContain("on its way");
    assertThat(anna.say("/closeall")).contains("Close 1 position at market?");
  }

  @Test
  void a_close_in_a_list_is_told_there_and_one_under_the_order_s_card_is_not() {
    anna.relay(new OrderState.Protected(Some.fill(), Some.NOW));
    anna.beat("vps-1");
    anna.say("/close");

    assertThat(anna.tap("Close EURUSD " + Some.fill().ticket()))
        .contains("⏳ Closing EURUSD BUY 0.10 of 0.90 lots", "The card follows.")
        .doesNotContain("Which position?", "[Close");
    assertThat(anna.tap("Close")).doesNotContain("⏳ Closing");
  }

  @Test
  void a_close_of_what_has_ended_meanwhile_says_so() {
    anna.relay(new OrderState.Protected(Some.fill(), Some.NOW));
    anna.say("/close");
    Incoming.Tapped close = anna.tapped("Close EURUSD " + Some.fill().ticket());
    Exit exit = new Exit.Booked(Price.of("1.10101"), Some.usd("9.30"), ExitReason.TRADER, Some.NOW);
    anna.relay(new OrderState.Closed(Some.fill(), exit));

    anna.throughTheDoor(close);

    assertThat(anna.noted("late")).contains("This position is closed already.");
  }

  @Test
  void once_it_has_ended_there_is_nothing_to_close() {
    anna.relay(new OrderState.Expired(Some.NOW));

    assertThat(anna.say("/close")).contains("You have no open BITTEN position.");
    assertThat(anna.say("/closeall")).contains("You have no open BITTEN position.");
  }
}
