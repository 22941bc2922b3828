package io.bitten.core.chat;

import static org.assertj.core.api.Assertions.assertThat;

import io.bitten.core.Some;
import io.bitten.core.order.OrderState;
import io.bitten.core.signal.SignalClass;
import java.time.Duration;
import org.junit.jupiter.api.Test;

final class SignalTalkTest {
  private final Conversation anna = new Conversation(7001, "Anna");

  @Test
  void a_live_signal_that_the_tier_does_not_see_is_as_one_that_nobody_knows() {
    anna.ready();
    anna.signal(SomeCards.signal(SignalClass.SNIPER, 95));

    assertThat(anna.say("/fire SIG_20240102_001"))
        .contains("There is no signal")
        .doesNotContain("SNIPER", "Not traded");
  }

  @Test
  void an_expired_signal_does_not_say_what_was_traded_of_it() {
    anna.ready();
    anna.signal(SomeCards.signal(SignalClass.RAPID, 75));
    anna.say("/fire SIG_20240102_001");
    anna.tap("Confirm");
    anna.relay(new OrderState.Filled(Some.fill()));
    anna.passes(Duration.ofSeconds(200));

    assertThat(anna.tap("FIRE EURUSD BUY")).contains("⌛ Expired at").doesNotContain("traded");
    assertThat(anna.say("/fire SIG_20240102_001"))
        .contains("It can no longer be fired; /positions shows what is open.")
        .doesNotContain("traded");
  }
}
