package io.bitten.functions;

import static org.assertj.core.api.Assertions.assertThat;

import io.bitten.core.Some;
import io.bitten.core.Versioned;
import io.bitten.core.chat.Tap;
import io.bitten.core.chat.TapTokens;
import io.bitten.core.memory.ManualTime;
import io.bitten.core.memory.MemoryWorld;
import io.bitten.functions.hud.HudHandler;
import io.bitten.functions.hud.SignedLaunch;
import io.bitten.functions.telegram.TelegramHandler;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A key that has leaked is worth nothing once another is stored, in every function that runs. */
class ChangedSecretsTest {
  private final MemoryWorld memory = MemoryWorld.on(new ManualTime(Some.NOW));
  private final Map<String, String> store = new HashMap<>();
  private final Settings settings =
      Settings.of(
          Map.of(
              "TELEGRAM_WEBHOOK_SECRET",
              SomeSettings.WEBHOOK_SECRET,
              "TELEGRAM_BOT_TOKEN",
              SomeSettings.BOT_TOKEN,
              "SESSION_KEY_FROM",
              "session-key",
              "TAP_KEY_FROM",
              "tap-key"),
          store::get);

  @BeforeEach
  void a_trader() {
    store.put("session-key", "not-a-session-key");
    store.put("tap-key", "not-a-secret-only-a-test");
    memory.traders().save(Versioned.fresh(Some.trader()));
  }

  @Test
  void a_session_of_the_old_key_is_over() throws IOException {
    Door door = new Door(new HudHandler(memory.world(), settings));
    String launch = SignedLaunch.of(7001, Instant.now()).replace("\"", "\\\"");
    String body = "{\"init_data\":\"" + launch + "\"}";
    Door.Answer session =
        door.post("/api/session", body.getBytes(StandardCharsets.UTF_8), Map.of());
    Map<String, String> bearer =
        Map.of("authorization", "Bearer " + session.body().path("token").asText());
    assertThat(door.get("/api/user/profile", Map.of(), bearer).status()).isEqualTo(200);

    store.put("session-key", "not-a-session-key-either");

    assertThat(door.get("/api/user/profile", Map.of(), bearer).status()).isEqualTo(401);
  }

  @Test
  void a_button_of_the_old_key_does_nothing_and_one_of_the_new_key_works() throws IOException {
    Door door = new Door(new TelegramHandler(memory.world(), settings));
    store.put("tap-key", "not-a-secret-but-another");

    assertThat(tapped(door, 1, "not-a-secret-only-a-test")).contains("made for somebody else");
    assertThat(tapped(door, 2, "not-a-secret-but-another"))
        .doesNotContain("made for somebody else");
  }

  private static String tapped(Door door, int update, String key) throws IOException {
    String data = new TapTokens(() -> key).write(new Tap.Positions(), Some.USER);
    String body =
        """
        {"update_id":%d,"callback_query":{"id":"1","from":{"id":7001,"first_name":"Anna"},
        "message":{"message_id":9,"chat":{"id":7001,"type":"private"}},"data":"%s"}}
        """
            .formatted(update, data);
    return door.post(
            "/telegram/webhook",
            body.getBytes(StandardCharsets.UTF_8),
            Map.of(
                "x-telegram-bot-api-secret-token",
                SomeSettings.WEBHOOK_SECRET,
                "content-type",
                "application/json"))
        .body()
        .toString();
  }
}
