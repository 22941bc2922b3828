package io.bitten.core.chat;

import static org.assertj.core.api.Assertions.assertThat;

import io.bitten.core.Some;
import io.bitten.core.SomeRules;
import io.bitten.core.fill.FillDesk;
import io.bitten.core.fill.Report;
import io.bitten.core.order.CloseWish;
import io.bitten.core.order.ExitReason;
import io.bitten.core.order.OrderState;
import io.bitten.core.signal.SignalClass;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A close that came to its relay when its time was over. */
final class LapsedClosesTest {
  private final Conversation anna = new Conversation(7001, "Anna");

  @BeforeEach
  void an_open_position() {
    anna.ready();
    anna.signal(SomeCards.signal(SignalClass.RAPID, 75));
    anna.tap("FIRE EURUSD BUY");
    anna.tap("Confirm");
    anna.relay(new OrderState.Protected(Some.fill(), Some.NOW));
  }

  @Test
  void is_told_once_with_what_it_was_about_and_how_to_ask_again() {
    CloseWish.Target one = new CloseWish.Target.Of(anna.onlyOrder().id());

    assertThat(lapsed("close-1", one))
        .contains(
            "Your close of <b>EURUSD BUY 0.10 of 0.90 lots</b> · 900001, asked for at 10:00:01 UTC")
        .contains("was not carried out, and is not tried any more", "/close asks for it once more")
        .doesNotContain("shut");
    assertThat(lapsed("close-1", one)).as("a repeat").isEmpty();
  }

  @Test
  void a_market_that_is_shut_is_said_to_be() {
    anna.time.advance(Duration.between(Some.NOW, Instant.parse("2024-01-06T10:00:00Z")));

    assertThat(lapsed("close-1", new CloseWish.Target.Of(anna.onlyOrder().id())))
        .contains("The forex market is shut until 7 Jan 2024 22:00 UTC.");
  }

  @Test
  void one_of_everything_is_told_to_whose_account_it_is() {
    assertThat(lapsed("closeall-1", new CloseWish.Target.All()))
        .contains("Your close of everything", "/closeall asks for it once more");
  }

  @Test
  void nothing_is_told_when_a_later_close_has_it_or_it_is_gone() {
    CloseWish.Target one = new CloseWish.Target.Of(anna.onlyOrder().id());
    anna.relay(new OrderState.Closing(Some.fill(), ExitReason.TRADER, Some.NOW));

    assertThat(lapsed("close-1", one)).isEmpty();
    assertThat(lapsed("closeall-1", new CloseWish.Target.All())).isEmpty();
  }

  @Test
  void who_closes_while_no_relay_is_heard_of_is_told_at_once() {
    String silent = "this may not get through";
    String close = "Close EURUSD " + Some.fill().ticket();

    assertThat(anna.say("/close " + Some.fill().ticket())).contains(silent);
    anna.say("/close");
    assertThat(anna.tap(close)).contains(silent);
    anna.say("/closeall");
    assertThat(anna.tap("Close all 1")).contains(silent);

    anna.beat("relay-1");
    assertThat(anna.say("/close " + Some.fill().ticket())).doesNotContain(silent);
    anna.say("/close");
    assertThat(anna.tap(close)).doesNotContain(silent);
    anna.time.advance(Duration.ofSeconds(61));
    assertThat(anna.say("/close " + Some.fill().ticket())).contains(silent);
  }

  @Test
  void one_for_an_account_or_an_order_that_nobody_has_is_told_to_nobody() {
    assertThat(lapsed("close-2", new CloseWish.Target.Of(Some.ORDER))).isEmpty();
  }

  private String lapsed(String command, CloseWish.Target target) {
    new FillDesk(anna.memory.world(), SomeRules.rulebook())
        .book(
            new Report.CloseLapsed(
                command,
                Some.ACCOUNT,
                target,
                Some.NOW.plusSeconds(1),
                Some.correlation(),
                Some.NOW.plusSeconds(700)));
    return anna.noted("= the relay says that a close has lapsed");
  }
}
