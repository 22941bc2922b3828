package io.bitten.local.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class SendLimitsTest {
  private final Rig rig = new Rig();

  private ApiAnswer send(long chat) {
    return rig.call("sendMessage", "chat_id", "" + chat, "text", "x");
  }

  private int sentOf(int tries, long chat) {
    int sent = 0;
    for (int i = 0; i < tries; i++) {
      sent += send(chat).status() == 200 ? 1 : 0;
    }
    return sent;
  }

  @Test
  void one_chat_takes_three_at_once_and_then_one_a_second() {
    assertThat(sentOf(10, rig.chat)).isEqualTo(3);
    rig.advanceSeconds(1);
    assertThat(sentOf(10, rig.chat)).isEqualTo(1);
    rig.advanceSeconds(60);
    assertThat(sentOf(10, rig.chat)).isEqualTo(3);
  }

  @Test
  void a_refusal_names_the_seconds_to_wait_and_waiting_them_helps() {
    sentOf(3, rig.chat);
    ApiAnswer refused = send(rig.chat);
    assertThat(refused).isEqualTo(new ApiAnswer.Error(429, "Too Many Requests: retry after 1", 1));
    assertThat(refused.toJson().path("parameters").path("retry_after").asInt()).isEqualTo(1);
    rig.advanceSeconds(1);
    assertThat(send(rig.chat).status()).isEqualTo(200);
  }

  @Test
  void edits_count_like_messages_and_answers_to_taps_do_not() {
    int id = rig.sendWithButtons("x", "[[{\"text\":\"A\",\"callback_data\":\"a\"}]]");
    rig.advanceSeconds(10);
    sentOf(3, rig.chat);
    assertThat(
            rig.call(
                    "editMessageText", "chat_id", "" + rig.chat, "message_id", "" + id, "text", "y")
                .status())
        .isEqualTo(429);
    Tap tap = rig.sim.tap(rig.chat, id, "a");
    rig.done("answerCallbackQuery", "callback_query_id", tap.id());
  }

  @Test
  void all_chats_together_take_thirty_a_second() {
    List<Long> chats = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      chats.add(rig.sim.person("Trader " + i).id());
      rig.sim.say(chats.getLast(), "/start");
    }
    assertThat(chats.stream().filter(chat -> send(chat).status() == 200)).hasSize(30);
    rig.advanceSeconds(1);
    assertThat(chats.stream().filter(chat -> send(chat).status() == 200)).hasSize(30);
  }

  @Test
  void a_group_takes_twenty_in_any_sixty_seconds() {
    long group = rig.sim.group("Signals");
    int sent = 0;
    for (int second = 0; second < 60; second++) {
      sent += sentOf(1, group);
      rig.advanceSeconds(1);
    }
    assertThat(sent).isEqualTo(20);
    assertThat(sentOf(1, group)).as("the first is a minute old now").isEqualTo(1);
  }

  @Test
  void a_refused_message_is_not_counted_and_not_sent() {
    sentOf(3, rig.chat);
    sentOf(50, rig.chat);
    rig.advanceSeconds(1);
    assertThat(send(rig.chat).status()).isEqualTo(200);
    assertThat(rig.sim.messages(rig.chat)).filteredOn(SimMessage::fromBot).hasSize(4);
  }
}
