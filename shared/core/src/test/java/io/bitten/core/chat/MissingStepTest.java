package io.bitten.core.chat;

import static org.assertj.core.api.Assertions.assertThat;

import io.bitten.core.Some;
import io.bitten.core.Versioned;
import io.bitten.core.account.Oath;
import io.bitten.core.account.Trader;
import io.bitten.core.signal.SignalClass;
import java.time.Duration;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** Who cannot trade is told what is missing first, and not that all is well. */
final class MissingStepTest {
  private final Conversation anna = new Conversation(7001, "Anna");

  @Test
  void the_status_names_the_first_step_that_is_missing() {
    anna.say("/start");
    assertThat(anna.say("/status"))
        .contains("Trading is closed</b> for you: the terms are not accepted, /start shows them");
    anna.tap("I accept the terms and the risk");
    assertThat(anna.say("/status"))
        .contains("Trading is closed</b> for you: no account is linked, /start links one");
    anna.tap("Link a demo account");
    assertThat(anna.say("/status")).contains("Trading is open</b> for you");
    anna.passes(Duration.ofDays(8));
    assertThat(anna.say("/status")).contains("closed</b> for you: no running subscription");
  }

  @Test
  void who_comes_back_after_the_pass_is_not_ready() {
    anna.ready();
    assertThat(anna.say("/start")).contains("You are ready");
    anna.passes(Duration.ofDays(8));
    assertThat(anna.say("/start"))
        .contains("Trading is closed for you", "you may view, manage and close", "500123")
        .doesNotContain("You are ready", "Tap FIRE");
  }

  @Test
  void a_fire_after_the_terms_were_raised_says_so_and_where_they_are() {
    anna.ready();
    anna.memory.accounts().keep(Some.snapshot(anna.time.instant()));
    anna.signal(SomeCards.signal(SignalClass.RAPID, 75));
    change(trader -> trader.with(new Oath.Taken("older terms", Some.NOW)));
    assertThat(anna.tap("FIRE EURUSD BUY")).contains("Not traded", "terms", "/start shows them");
  }

  @Test
  void the_door_does_not_say_that_terms_are_accepted_which_it_does_not_know() {
    anna.say("/start");
    anna.tap("I accept the terms and the risk");
    assertThat(anna.answer()).doesNotContain("Accepted");
  }

  private void change(UnaryOperator<Trader> change) {
    Versioned<Trader> stored = anna.memory.traders().find(Some.USER).orElseThrow();
    anna.memory.traders().save(stored.with(change.apply(stored.value())));
  }
}
