package io.bitten.local.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class WebhookDeliveryTest {
  private static final WebhookPost.Reply OK = ScriptedPost.OK;
  private static final WebhookPost.Reply BROKEN = ScriptedPost.BROKEN;

  private final Rig rig = Rig.unlimited();

  @BeforeEach
  void hook() {
    rig.hook();
  }

  private List<Long> secondsOfTries() {
    return rig.post.all().stream()
        .map(d -> Duration.between(VirtualTime.START, d.at()).toSeconds())
        .toList();
  }

  private List<String> texts() {
    return rig.post.all().stream()
        .map(d -> d.update().path("message").path("text").asText())
        .toList();
  }

  @Test
  void an_update_goes_to_the_address_with_the_secret() {
    rig.sim.say(rig.chat, "/help now");
    ScriptedPost.Delivery delivery = rig.post.last();
    assertThat(delivery.webhook()).isEqualTo(new Webhook(Rig.HOOK, "test-secret", 40));
    assertThat(delivery.update().path("message").path("chat").path("id").asLong())
        .isEqualTo(rig.chat);
    assertThat(delivery.update().at("/message/entities/0/type").asText()).isEqualTo("bot_command");
    assertThat(delivery.update().at("/message/entities/0/length").asInt()).isEqualTo(5);
  }

  @Test
  void ids_are_sequential() {
    Stream.of("a", "b", "c").forEach(text -> rig.sim.say(rig.chat, text));
    long first = rig.post.all().getFirst().id();
    assertThat(rig.post.all())
        .extracting(ScriptedPost.Delivery::id)
        .containsExactly(first, first + 1, first + 2);
  }

  @Test
  void one_chat_gets_one_at_a_time_in_order() {
    rig.post.hold();
    rig.sim.say(rig.chat, "a");
    rig.sim.say(rig.chat, "b");
    assertThat(texts()).containsExactly("a");
    rig.post.last().done().accept(OK);
    assertThat(texts()).containsExactly("a", "b");
  }

  @Test
  void a_failing_update_holds_up_its_chat_and_no_other() {
    long other = rig.sim.person("Bob").id();
    rig.post.answerNext(BROKEN, BROKEN);
    rig.sim.say(rig.chat, "a");
    rig.advanceSeconds(0);
    rig.sim.say(rig.chat, "b");
    rig.sim.say(other, "c");
    assertThat(texts()).containsExactly("a", "a", "c");
    rig.advanceSeconds(2);
    assertThat(texts()).containsExactly("a", "a", "c", "a", "b");
  }

  @Test
  void taps_and_messages_of_one_person_travel_side_by_side() {
    int id = rig.sendWithButtons("x", "[[{\"text\":\"A\",\"callback_data\":\"a\"}]]");
    rig.post.hold();
    rig.sim.say(rig.chat, "a");
    rig.sim.tap(rig.chat, id, "a");
    assertThat(rig.post.all()).hasSize(2);
    assertThat(rig.post.last().update().path("callback_query").path("data").asText())
        .isEqualTo("a");
  }

  @Test
  void a_failure_is_repeated_at_once_and_then_after_2_4_8_seconds_up_to_a_minute() {
    rig.post.hold();
    rig.post.answerNext(BROKEN, BROKEN, BROKEN, BROKEN, BROKEN, BROKEN, BROKEN, BROKEN, OK);
    rig.sim.say(rig.chat, "a");
    rig.advanceSeconds(1000);
    assertThat(secondsOfTries()).containsExactly(0L, 0L, 2L, 6L, 14L, 30L, 62L, 122L, 182L);
  }

  @Test
  void a_retry_after_is_obeyed_and_is_an_hour_at_most() {
    rig.post.answerNext(
        new WebhookPost.Answered(503, 30, "", ""),
        new WebhookPost.Answered(503, 1_000_000, "", ""));
    rig.sim.say(rig.chat, "a");
    rig.advanceSeconds(10_000);
    assertThat(secondsOfTries()).containsExactly(0L, 30L, 3630L);
  }

  @Test
  void no_answer_is_repeated_like_a_bad_one_and_reported() {
    rig.post.answerNext(new WebhookPost.Unreachable("Connection refused"));
    rig.post.hold();
    rig.sim.say(rig.chat, "a");
    assertThat(rig.done("getWebhookInfo").path("last_error_message").asText())
        .isEqualTo("Connection refused");
    assertThat(rig.done("getWebhookInfo").path("pending_update_count").asInt()).isEqualTo(1);
    rig.advanceSeconds(0);
    assertThat(rig.post.all()).hasSize(2);
  }

  @Test
  void a_message_expires_after_a_day_and_lets_the_next_through() {
    rig.post.hold();
    rig.sim.say(rig.chat, "a");
    rig.advanceSeconds(23 * 3600);
    rig.sim.say(rig.chat, "b");
    rig.advanceSeconds(3600);
    rig.post.last().done().accept(BROKEN);
    rig.advanceSeconds(0);
    assertThat(texts()).containsExactly("a", "b");
  }

  @Test
  void a_tap_expires_after_150_seconds() {
    int id = rig.sendWithButtons("x", "[[{\"text\":\"A\",\"callback_data\":\"a\"}]]");
    rig.post.answerNext(BROKEN, BROKEN, BROKEN, BROKEN, BROKEN, BROKEN, BROKEN, BROKEN, BROKEN);
    rig.sim.tap(rig.chat, id, "a");
    rig.advanceSeconds(3600);
    assertThat(secondsOfTries()).containsExactly(0L, 0L, 2L, 6L, 14L, 30L, 62L, 122L);
    assertThat(rig.done("getWebhookInfo").path("pending_update_count").asInt()).isZero();
  }

  @Test
  void a_method_in_the_answer_is_carried_out_once() {
    int id = rig.sendWithButtons("x", "[[{\"text\":\"A\",\"callback_data\":\"a\"}]]");
    rig.post.hold();
    Tap tap = rig.sim.tap(rig.chat, id, "a");
    rig.post
        .last()
        .done()
        .accept(
            new WebhookPost.Answered(
                200,
                0,
                "application/json; charset=utf-8",
                "{\"method\":\"answerCallbackQuery\",\"callback_query_id\":\""
                    + tap.id()
                    + "\",\"text\":\"Sent\",\"show_alert\":true}"));
    assertThat(rig.sim.tap(tap.id()).orElseThrow().state())
        .isEqualTo(new Tap.Answered("Sent", Tap.Look.ALERT, ""));
  }

  @Test
  void a_method_that_sets_or_gets_is_not_carried_out_from_an_answer() {
    rig.post.answerNext(
        new WebhookPost.Answered(200, 0, "application/json", "{\"method\":\"deleteWebhook\"}"));
    rig.sim.say(rig.chat, "a");
    assertThat(rig.done("getWebhookInfo").path("url").asText()).isEqualTo(Rig.HOOK);
  }

  @Test
  void an_answer_of_any_shape_does_no_harm() {
    for (String body :
        List.of(
            "",
            "null",
            "[]",
            "{",
            "{\"method\":7}",
            "{\"method\":\"nonsense\"}",
            "{\"method\":\"sendMessage\"}")) {
      rig.post.answerNext(new WebhookPost.Answered(200, 0, "application/json", body));
      rig.sim.say(rig.chat, "a");
    }
    assertThat(rig.done("getWebhookInfo").path("pending_update_count").asInt()).isZero();
  }

  @Test
  void at_most_max_connections_are_open_at_once() {
    rig.done("setWebhook", "url", Rig.HOOK, "max_connections", "2");
    rig.post.hold();
    List<Long> people = List.of(rig.chat, rig.sim.person("B").id(), rig.sim.person("C").id());
    people.forEach(person -> rig.sim.say(person, "a"));
    assertThat(rig.post.all()).hasSize(2);
    rig.post.all().getFirst().done().accept(OK);
    assertThat(rig.post.all()).hasSize(3);
  }

  @Test
  void an_answer_to_an_old_webhook_changes_nothing() {
    rig.post.hold();
    rig.sim.say(rig.chat, "a");
    ScriptedPost.Delivery old = rig.post.last();
    rig.done("setWebhook", "url", Rig.HOOK, "secret_token", "another-secret");
    assertThat(texts()).containsExactly("a", "a");
    old.done().accept(OK);
    assertThat(rig.done("getWebhookInfo").path("pending_update_count").asInt()).isEqualTo(1);
    assertThat(rig.post.last().webhook().secret()).isEqualTo("another-secret");
  }
}
