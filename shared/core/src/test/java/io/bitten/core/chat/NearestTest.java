package io.bitten.core.chat;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a wrong command is taken for. */
class NearestTest {
  private static final List<CommandName> ALL = Arrays.asList(CommandName.values());

  @ParameterizedTest
  @CsvSource({
    "balanse, BALANCE",
    "posiitons, POSITIONS",
    "pos, POSITIONS",
    "stat, STATUS",
    "clos, CLOSE",
    "hlep, HELP",
    "stop, EMERGENCY_STOP",
    "emergency, EMERGENCY_STOP",
    "panik, PANIC",
    "halt_al, HALT_ALL"
  })
  void a_mistyped_or_shortened_command_is_known_again(String word, CommandName meant) {
    assertThat(Nearest.to(word, ALL)).contains(meant);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/", "foo", "upgrade", "learn", "performance", "settings", "b", "😀😀"})
  void a_word_like_no_command_is_taken_for_none(String word) {
    assertThat(Nearest.to(word, ALL)).isEmpty();
  }

  @Test
  void only_what_may_be_used_is_offered() {
    assertThat(Nearest.to("signal", ALL)).contains(CommandName.SIGNALS);
    assertThat(Nearest.to("signal", List.of(CommandName.HELP, CommandName.FIRE))).isEmpty();
  }

  @Test
  void what_acts_at_once_is_copied_and_not_sent_by_a_touch() {
    Conversation anna = new Conversation(7001, "Anna");

    assertThat(anna.say("/panik")).contains("Did you mean <code>/panic</code>?");
    assertThat(anna.say("/stop")).contains("Did you mean <code>/emergency_stop</code>?");
    assertThat(anna.say("/stat")).contains("Did you mean /status?");
  }

  @Test
  void a_tier_s_command_is_not_offered_below_the_tier() {
    assertThat(new Conversation(7001, "Anna").say("/signal"))
        .contains("I do not know /signal. /help lists all.");
  }
}
