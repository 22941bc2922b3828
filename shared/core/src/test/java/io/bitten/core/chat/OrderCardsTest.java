package io.bitten.core.chat;

import static org.assertj.core.api.Assertions.assertThat;

import io.bitten.core.Golden;
import io.bitten.core.Some;
import io.bitten.core.halt.HaltScope;
import io.bitten.core.market.Level;
import io.bitten.core.market.Lots;
import io.bitten.core.market.Price;
import io.bitten.core.order.Attempt;
import io.bitten.core.order.Exit;
import io.bitten.core.order.ExitReason;
import io.bitten.core.order.Fill;
import io.bitten.core.order.OrderState;
import io.bitten.core.order.Owner;
import io.bitten.core.order.RouteName;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class OrderCardsTest {
  private static final Instant AT = Some.NOW.plusSeconds(5);
  private static final Attempt ATTEMPT =
      new Attempt(1, RouteName.FARM, new Owner("vps-1", "boot-1", 1), AT);

  private final OrderCards cards = new OrderCards(Conversation.SETTINGS);

  @Test
  void each_of_the_twelve_states_says_what_is_known_and_nothing_else() throws IOException {
    String all =
        everyState().stream()
            .map(state -> state.label() + "\n" + text(cards.render(Some.order().with(state))))
            .collect(Collectors.joining("\n\n"));

    Golden.assertSame("order-states.txt", all + "\n");
  }

  @Test
  void an_end_that_nobody_told_shows_no_number() {
    Exit untold = new Exit.Unbooked(Level.absent(), ExitReason.OUTSIDE, AT);
    String shown =
        text(cards.render(Some.order().with(new OrderState.Closed(Some.fill(), untold))));
    assertThat(shown)
        .contains("nothing tells why", "exit price not known", "see your terminal")
        .doesNotContain("0.00 USD", " R)");
  }

  @Test
  void a_part_is_called_a_part() {
    Fill whole = Some.fill();
    Fill part =
        new Fill(whole.ticket(), whole.price(), Lots.of("0.04"), whole.stopLoss(), whole.at());
    assertThat(text(cards.render(Some.order().with(new OrderState.Protected(part, AT)))))
        .contains("EURUSD BUY 0.04 of 0.10 lots");
  }

  @Test
  void the_lots_are_told_once() {
    String shown = text(cards.render(Some.order().with(new OrderState.Protected(Some.fill(), AT))));
    assertThat(shown.split("0\\.10", -1)).as(shown).hasSize(2);
  }

  @Test
  void a_close_in_a_shut_market_says_until_when_it_is_shut() {
    Instant saturday = Instant.parse("2024-01-06T10:00:00Z");
    for (ExitReason asked : List.of(ExitReason.TRADER, ExitReason.PANIC)) {
      assertThat(closing(asked, saturday))
          .contains("The forex market is shut until 7 Jan 2024 22:00 UTC.", "for 10 min", "stop");
      assertThat(closing(asked, AT)).doesNotContain("shut");
    }
    assertThat(closing(ExitReason.NO_STOP, saturday)).doesNotContain("shut");
  }

  private String closing(ExitReason reason, Instant since) {
    return text(
        cards.render(Some.order().with(new OrderState.Closing(Some.fill(), reason, since))));
  }

  @Test
  void what_a_part_earned_is_no_multiple_of_the_whole_risk() {
    Fill whole = Some.fill();
    Fill part =
        new Fill(whole.ticket(), whole.price(), Lots.of("0.04"), whole.stopLoss(), whole.at());
    Exit stopped =
        new Exit.Booked(Price.of("1.09800"), Some.usd("-8.00"), ExitReason.STOP_LOSS, AT);
    assertThat(text(cards.render(Some.order().with(new OrderState.Closed(part, stopped)))))
        .contains("EURUSD BUY 0.04 of 0.10 lots", "-8.00 USD", "stop loss")
        .doesNotContain(" R");
    assertThat(text(cards.render(Some.order().with(new OrderState.Closed(whole, stopped)))))
        .contains("-8.00 USD</b> (-0.40 R), stop loss");
  }

  @Test
  void the_examples_hold_every_state_there_is() {
    assertThat(everyState().stream().map(OrderState::getClass).distinct().count())
        .isEqualTo(OrderState.class.getPermittedSubclasses().length);
  }

  private static List<OrderState> everyState() {
    Fill fill = Some.fill();
    Fill better =
        new Fill(fill.ticket(), Price.of("1.09990"), fill.lots(), Level.absent(), fill.at());
    Exit stopped =
        new Exit.Booked(
            Price.of("1.09795"), Some.usd("-20.85"), ExitReason.STOP_LOSS, AT.plusSeconds(600));
    return List.of(
        new OrderState.New(),
        new OrderState.Submitting(ATTEMPT),
        new OrderState.Unknown(ATTEMPT, "read timed out", AT),
        new OrderState.Filled(fill),
        new OrderState.Unprotected(better, AT),
        new OrderState.Protected(fill, AT),
        new OrderState.Closing(fill, ExitReason.TRADER, AT),
        new OrderState.Closed(fill, stopped),
        new OrderState.Rejected("TRADE_RETCODE_NO_MONEY", "Insufficient margin", AT),
        new OrderState.Expired(AT),
        new OrderState.Killed(new HaltScope.Everything(), 3, AT),
        new OrderState.Dead("its command could not be read", AT));
  }

  private static String text(Card card) {
    return card.html() + "\n" + card.rows().stream().map(OrderCardsTest::labels).toList();
  }

  private static List<String> labels(List<Button> row) {
    return row.stream().map(Button::label).toList();
  }
}
