package io.bitten.core.chat;

import static org.assertj.core.api.Assertions.assertThat;

import io.bitten.core.Some;
import io.bitten.core.order.OrderState;
import io.bitten.core.signal.SignalClass;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What /fire alone lists: a button only where a tap may lead to a trade. */
final class FireListTest {
  private static final String BUTTON = "FIRE EURUSD BUY";

  private final Conversation anna = new Conversation(7001, "Anna");

  @BeforeEach
  void a_signal_is_live() {
    anna.ready();
    anna.signal(SomeCards.signal(SignalClass.RAPID, 75));
  }

  @Test
  void during_a_stop_it_says_so_and_has_no_button() {
    anna.say("/emergency_stop going to lunch");

    assertThat(anna.say("/fire"))
        .contains("RAPID", "Your new orders are stopped: going to lunch.", "/recover REASON")
        .doesNotContain(BUTTON);
  }

  @Test
  void a_stop_of_everything_counts_without_an_account_too() {
    Conversation bert = new Conversation(7002, "Bert", anna.memory, Conversation.SETTINGS);
    bert.say("/start");
    bert.tap("I accept the terms and the risk");
    Conversation admin = new Conversation(9001, "Root", anna.memory, Conversation.SETTINGS);
    admin.say("/halt_all a drill");

    assertThat(bert.say("/fire"))
        .contains("a drill", "The operator lifts it")
        .doesNotContain(BUTTON);
  }

  @Test
  void after_the_stop_the_button_is_there_again() {
    anna.say("/emergency_stop");
    anna.say("/recover done");

    assertThat(anna.say("/fire")).contains(BUTTON).doesNotContain("stopped");
  }

  @Test
  void a_signal_that_is_held_says_so_instead_of_a_button() {
    anna.tap(BUTTON);
    anna.tap("Confirm");
    anna.relay(new OrderState.Filled(Some.fill()));

    assertThat(anna.say("/fire"))
        .contains("RAPID", "You hold this signal already: EURUSD BUY")
        .doesNotContain(BUTTON);
  }
}
