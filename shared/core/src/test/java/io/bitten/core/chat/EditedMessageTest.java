package io.bitten.core.chat;

import static org.assertj.core.api.Assertions.assertThat;

import io.bitten.core.Some;
import io.bitten.core.SomeRules;
import io.bitten.core.account.ChatId;
import io.bitten.core.halt.Halt;
import io.bitten.core.halt.HaltDesk;
import io.bitten.core.halt.HaltScope;
import io.bitten.core.memory.ManualTime;
import io.bitten.core.memory.MemoryWorld;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A message that Telegram says was changed. */
class EditedMessageTest {
  private static final HaltScope ANNA = new HaltScope.OneUser(Some.USER);

  private final MemoryWorld memory = MemoryWorld.on(new ManualTime(Some.NOW));
  private final ChatDesk desk =
      new ChatDesk(memory.world(), SomeRules.rulebook(), Conversation.SETTINGS);

  @Test
  void an_edited_lifting_lifts_nothing_and_its_writer_is_told() {
    new HaltDesk(memory.world()).stop(ANNA, Some.USER.value(), "bad news");

    desk.handle(edited(7001, "/recover the news is over"));

    assertThat(memory.halts().read(ANNA)).isInstanceOf(Halt.Active.class);
    assertThat(memory.queues().takeMessages())
        .singleElement()
        .satisfies(
            sent -> assertThat(sent.toString()).contains("An edited message does nothing here"));
  }

  @Test
  void an_edited_panic_neither_stops_nor_closes() {
    desk.handle(edited(7001, "/panic"));

    assertThat(memory.halts().read(ANNA)).isInstanceOf(Halt.Never.class);
    assertThat(memory.queues().takeRelay()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"see https://example.com", "/panic@OtherBot", "/no_such_thing"})
  void what_was_no_command_of_ours_is_not_answered(String text) {
    desk.handle(edited(7001, text));

    assertThat(memory.queues().takeMessages()).isEmpty();
  }

  @Test
  void an_edit_in_a_group_is_not_answered() {
    desk.handle(edited(-100, "/panic"));

    assertThat(memory.queues().takeMessages()).isEmpty();
  }

  private static Incoming edited(long chat, String text) {
    return new Incoming.Edited(5, new ChatId(chat), Some.USER, "Anna", text);
  }
}
