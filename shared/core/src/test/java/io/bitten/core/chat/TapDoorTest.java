package io.bitten.core.chat;

import static org.assertj.core.api.Assertions.assertThat;

import io.bitten.core.Some;
import io.bitten.core.account.ChatId;
import io.bitten.core.fire.FireDesk;
import io.bitten.core.fire.FireRequest;
import io.bitten.core.fire.OfferId;
import io.bitten.core.memory.ManualTime;
import io.bitten.core.memory.MemoryWorld;
import org.junit.jupiter.api.Test;

final class TapDoorTest {
  private static final OfferId OFFER = new OfferId("AAAAAAAAAAAAAAA7");
  private static final Tap CONFIRM = new Tap.Confirm(OFFER, Some.NOW.plusSeconds(30));
  private static final Subject ORDER = new Subject.OfOrder(FireDesk.orderId(OFFER));
  private static final long MESSAGE = 9;

  private final MemoryWorld memory = MemoryWorld.on(new ManualTime(Some.NOW));
  private final TapDoor door = new TapDoor(memory.world(), Conversation.SETTINGS.tapSecret());

  @Test
  void a_confirmation_brought_twice_is_fired_once_and_said_nothing_about() {
    assertThat(door.take(tap(1, CONFIRM))).isInstanceOf(TapRoute.ToFires.class);
    assertThat(door.take(tap(1, CONFIRM))).isInstanceOf(TapRoute.Repeat.class);
    assertThat(memory.queues().fires()).hasSize(1);
  }

  @Test
  void a_second_tap_on_the_confirmation_is_told_that_it_was_answered() {
    door.take(tap(1, CONFIRM));
    assertThat(door.take(tap(2, CONFIRM)))
        .isInstanceOf(TapRoute.Nowhere.class)
        .extracting(TapRoute::answer)
        .asString()
        .contains("answered this confirmation already");
    assertThat(door.take(tap(2, CONFIRM))).isInstanceOf(TapRoute.Repeat.class);
    assertThat(memory.queues().fires()).hasSize(1);
  }

  @Test
  void a_button_whose_use_was_noted_meanwhile_is_a_repeat_to_its_own_update() {
    Tap.CloseAll all = new Tap.CloseAll(Some.NOW.plusSeconds(30), "round");
    Incoming.Tapped tapped = tap(1, all);
    assertThat(door.take(tapped)).isInstanceOf(TapRoute.ToUpdates.class);
    String token =
        new TapTokens(Conversation.SETTINGS.tapSecret()).read(tapped.data(), Some.USER)
                instanceof TapTokens.Read.Valid valid
            ? valid.token()
            : "";
    memory.inbox().remember(Memos.TAP, token, Some.NOW.plusSeconds(60));
    assertThat(door.take(tapped)).isInstanceOf(TapRoute.Repeat.class);
    assertThat(door.take(tap(2, all))).isInstanceOf(TapRoute.Nowhere.class);
    assertThat(memory.queues().updates()).hasSize(1);
  }

  @Test
  void the_message_of_a_confirmation_is_the_one_that_shows_the_order() {
    ChatId chat = Some.trader().chat();
    door.take(tap(1, CONFIRM));
    assertThat(memory.shownCards().find(chat, ORDER)).map(Shown::messageId).contains(MESSAGE);
  }

  @Test
  void the_message_of_a_confirmation_goes_with_the_fire_for_a_no_is_told_there() {
    door.take(tap(1, CONFIRM));
    assertThat(memory.queues().fires())
        .singleElement()
        .extracting(FireRequest::messageId)
        .isEqualTo(MESSAGE);
  }

  @Test
  void a_card_that_is_known_to_be_in_another_message_moves_to_the_one_that_was_tapped() {
    ChatId chat = Some.trader().chat();
    memory.shownCards().keep(new Shown(chat, ORDER, MESSAGE - 1, -1, Some.NOW));
    door.take(tap(1, CONFIRM));
    assertThat(memory.shownCards().find(chat, ORDER)).map(Shown::messageId).contains(MESSAGE);
  }

  private static Incoming.Tapped tap(long updateId, Tap tap) {
    String data = new TapTokens(Conversation.SETTINGS.tapSecret()).write(tap, Some.USER);
    return new Incoming.Tapped(updateId, Some.trader().chat(), Some.USER, "Anna", MESSAGE, data);
  }
}
