package io.bitten.local.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class UpdatesTest {
  private final Rig rig = Rig.unlimited();

  private List<String> texts(JsonNode updates) {
    return updates.valueStream().map(u -> u.path("message").path("text").asText()).toList();
  }

  @Test
  void updates_wait_until_an_offset_confirms_them() {
    rig.sim.say(rig.chat, "a");
    JsonNode first = rig.done("getUpdates");
    assertThat(texts(first)).containsExactly("/start", "a");
    assertThat(rig.done("getUpdates")).isEqualTo(first);
    String after = "" + (first.get(0).path("update_id").asLong() + 1);
    assertThat(texts(rig.done("getUpdates", "offset", after))).containsExactly("a");
    assertThat(texts(rig.done("getUpdates", "offset", "-1"))).containsExactly("a");
  }

  @Test
  void at_most_a_hundred_come_at_once() {
    IntStream.range(0, 150).forEach(i -> rig.sim.say(rig.chat, "m" + i));
    assertThat(rig.done("getUpdates", "limit", "1000")).hasSize(100);
    assertThat(rig.done("getUpdates", "limit", "3")).hasSize(3);
  }

  @Test
  void asking_is_refused_while_a_webhook_is_set() {
    rig.hook();
    assertThat(rig.call("getUpdates"))
        .isEqualTo(
            new ApiAnswer.Error(
                409,
                "Conflict: can't use getUpdates method while webhook is active; use deleteWebhook"
                    + " to delete the webhook first",
                0));
    rig.done("deleteWebhook");
    rig.done("getUpdates");
  }

  @Test
  void what_waited_is_delivered_when_a_webhook_is_set() {
    rig.sim.say(rig.chat, "a");
    rig.done("setWebhook", "url", Rig.HOOK);
    assertThat(rig.post.all()).hasSize(2);
  }

  @Test
  void what_waited_is_dropped_when_asked_to() {
    rig.done("setWebhook", "url", Rig.HOOK, "drop_pending_updates", "true");
    assertThat(rig.post.all()).isEmpty();
  }

  @Test
  void only_the_types_asked_for_come_and_the_choice_is_kept() {
    rig.done("getUpdates", "allowed_updates", "[\"callback_query\"]", "offset", "999999999");
    rig.sim.say(rig.chat, "a");
    assertThat(rig.done("getUpdates")).isEmpty();
    rig.done("setWebhook", "url", Rig.HOOK);
    rig.sim.say(rig.chat, "b");
    assertThat(rig.post.all()).isEmpty();
    rig.done("setWebhook", "url", Rig.HOOK, "allowed_updates", "[]");
    rig.sim.say(rig.chat, "c");
    assertThat(rig.post.all()).hasSize(1);
  }

  @Test
  void blocking_and_coming_back_are_updates() {
    rig.hook();
    rig.sim.block(rig.chat);
    JsonNode blocked = rig.post.last().update().path("my_chat_member");
    assertThat(blocked.at("/old_chat_member/status").asText()).isEqualTo("member");
    assertThat(blocked.at("/new_chat_member/status").asText()).isEqualTo("kicked");
    rig.sim.unblock(rig.chat);
    assertThat(rig.post.last().update().at("/my_chat_member/new_chat_member/status").asText())
        .isEqualTo("member");
  }

  @Test
  void a_webhook_is_on_this_machine_and_its_secret_is_plain() {
    assertThat(rig.refusal("setWebhook", "url", "https://example.com/x"))
        .isEqualTo(
            "Bad Request: bad webhook: the simulated Telegram delivers to this machine only");
    assertThat(rig.refusal("setWebhook", "url", "http://127.0.0.1@example.com/x"))
        .startsWith("Bad Request: bad webhook");
    assertThat(rig.refusal("setWebhook", "url", "ftp://127.0.0.1/x"))
        .isEqualTo("Bad Request: bad webhook: An HTTPS URL must be provided for webhook");
    assertThat(rig.refusal("setWebhook", "url", "http://[x"))
        .isEqualTo("Bad Request: invalid webhook URL specified");
    assertThat(rig.refusal("setWebhook", "url", Rig.HOOK, "secret_token", "a b"))
        .isEqualTo("Bad Request: secret token contains unallowed characters");
    assertThat(rig.refusal("setWebhook", "url", Rig.HOOK, "secret_token", "a".repeat(257)))
        .isEqualTo("Bad Request: secret token is too long");
    assertThat(rig.refusal("setWebhook", "url", Rig.HOOK, "allowed_updates", "{}"))
        .startsWith("Bad Request: can't parse allowed_updates");
  }

  @Test
  void setting_the_same_webhook_again_says_so() {
    rig.done("setWebhook", "url", Rig.HOOK);
    assertThat(rig.call("setWebhook", "url", Rig.HOOK).toJson().path("description").asText())
        .isEqualTo("Webhook is already set");
    assertThat(rig.call("setWebhook", "url", "").toJson().path("description").asText())
        .isEqualTo("Webhook was deleted");
  }
}
