package io.bitten.local.telegram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class TapTest {
  private static final String TOO_OLD =
      "Bad Request: query is too old and response timeout expired or query ID is invalid";

  private final Rig rig = Rig.unlimited();
  private int card;

  @BeforeEach
  void card() {
    rig.hook();
    card =
        rig.sendWithButtons(
            "card",
            "[[{\"text\":\"Fire\",\"callback_data\":\"f:1\"},"
                + "{\"text\":\"Fired\",\"disabled\":{}}]]");
  }

  @Test
  void a_tap_carries_the_message_it_was_made_on() {
    Tap tap = rig.sim.tapLabel(rig.chat, card, "Fire");
    JsonNode query = rig.post.last().update().path("callback_query");
    assertThat(query.path("id").asText()).isEqualTo(tap.id());
    assertThat(query.path("data").asText()).isEqualTo("f:1");
    assertThat(query.at("/from/id").asLong()).isEqualTo(rig.chat);
    assertThat(query.at("/message/text").asText()).isEqualTo("card");
    assertThat(query.at("/message/reply_markup/inline_keyboard/0/0/text").asText())
        .isEqualTo("Fire");
  }

  @Test
  void two_taps_are_two_updates() {
    assertThat(rig.sim.tap(rig.chat, card, "f:1").id())
        .isNotEqualTo(rig.sim.tap(rig.chat, card, "f:1").id());
    assertThat(rig.post.all()).hasSize(2);
  }

  @Test
  void a_tap_is_answered_once_and_in_time() {
    Tap tap = rig.sim.tap(rig.chat, card, "f:1");
    rig.done("answerCallbackQuery", "callback_query_id", tap.id(), "text", "ok");
    assertThat(rig.sim.tap(tap.id()).orElseThrow().state())
        .isEqualTo(new Tap.Answered("ok", Tap.Look.TOAST, ""));
    assertThat(rig.refusal("answerCallbackQuery", "callback_query_id", tap.id()))
        .isEqualTo(TOO_OLD);
    Tap late = rig.sim.tap(rig.chat, card, "f:1");
    rig.advanceSeconds(16);
    assertThat(rig.refusal("answerCallbackQuery", "callback_query_id", late.id()))
        .isEqualTo(TOO_OLD);
    assertThat(rig.refusal("answerCallbackQuery", "callback_query_id", "1")).isEqualTo(TOO_OLD);
    assertThat(rig.refusal("answerCallbackQuery")).isEqualTo(TOO_OLD);
  }

  @Test
  void an_answer_has_at_most_200_characters() {
    Tap tap = rig.sim.tap(rig.chat, card, "f:1");
    assertThat(
            rig.refusal(
                "answerCallbackQuery", "callback_query_id", tap.id(), "text", "x".repeat(201)))
        .isEqualTo("Bad Request: MESSAGE_TOO_LONG");
    rig.done("answerCallbackQuery", "callback_query_id", tap.id(), "text", "x".repeat(200));
  }

  @Test
  void only_a_button_that_is_there_and_works_can_be_tapped() {
    assertThatThrownBy(() -> rig.sim.tap(rig.chat, card, "f:2")).isInstanceOf(NotPossible.class);
    assertThatThrownBy(() -> rig.sim.tapLabel(rig.chat, card, "Fired"))
        .isInstanceOf(NotPossible.class);
    assertThatThrownBy(() -> rig.sim.tap(rig.chat, 99, "f:1")).isInstanceOf(NotPossible.class);
    assertThat(rig.post.all()).isEmpty();
  }

  @Test
  void a_modified_client_can_send_any_data_even_on_a_message_that_is_gone() {
    rig.done("deleteMessage", "chat_id", "" + rig.chat, "message_id", "" + card);
    rig.sim.forge(rig.chat, card, "c:forged");
    JsonNode query = rig.post.last().update().path("callback_query");
    assertThat(query.path("data").asText()).isEqualTo("c:forged");
    assertThat(query.at("/message/date").asLong()).as("an inaccessible message").isZero();
    assertThatThrownBy(() -> rig.sim.forge(rig.chat, card, "x".repeat(65)))
        .isInstanceOf(NotPossible.class);
  }

  @Test
  void every_act_of_a_person_is_noticed() {
    int[] touches = {0};
    rig.sim.onTouch(() -> touches[0]++);
    rig.sim.say(rig.chat, "a");
    rig.sim.tap(rig.chat, card, "f:1");
    assertThat(touches[0]).isEqualTo(2);
  }
}
