package io.bitten.functions.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import io.bitten.core.Some;
import io.bitten.core.chat.Incoming;
import io.bitten.core.chat.Tap;
import io.bitten.core.chat.TapTokens;
import io.bitten.core.fire.FireRequest;
import io.bitten.core.memory.ManualTime;
import io.bitten.core.memory.MemoryWorld;
import io.bitten.functions.Door;
import io.bitten.functions.SomeSettings;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TelegramDoorTest {
  private static final Map<String, String> HEADERS =
      Map.of(
          "content-type",
          "application/json",
          "x-telegram-bot-api-secret-token",
          SomeSettings.WEBHOOK_SECRET);

  private final ManualTime time = new ManualTime(Some.NOW);
  private final MemoryWorld memory = MemoryWorld.on(time);
  private final TapTokens tokens = new TapTokens(() -> SomeSettings.TAP_KEY);
  private final Door door = new Door(new TelegramHandler(memory.world(), SomeSettings.all()));

  @Test
  void without_exactly_our_secret_nothing_is_stored() throws IOException {
    for (String secret : new String[] {"", "wrong", SomeSettings.WEBHOOK_SECRET + ",x"}) {
      Door.Answer answer =
          door.post(
              "/telegram/webhook",
              said(1, "/start"),
              Map.of(
                  "content-type", "application/json", "x-telegram-bot-api-secret-token", secret));
      assertThat(answer.status()).isEqualTo(401);
    }
    assertThat(nothingStored()).isTrue();
  }

  @Test
  void while_no_secret_is_set_everything_is_refused() throws IOException {
    Door open =
        new Door(
            new TelegramHandler(memory.world(), SomeSettings.without("TELEGRAM_WEBHOOK_SECRET")));
    assertThat(open.post("/telegram/webhook", said(1, "/start"), HEADERS).status()).isEqualTo(401);
  }

  @Test
  void one_megabyte_is_read_and_one_byte_more_is_not() throws IOException {
    byte[] update = new byte[1 << 20];
    Arrays.fill(update, (byte) ' ');
    byte[] small = said(1, "/start");
    System.arraycopy(small, 0, update, 0, small.length);
    assertThat(post(update).status()).isEqualTo(200);
    assertThat(post(new byte[(1 << 20) + 1]).status()).isEqualTo(413);
  }

  @Test
  void another_content_type_is_refused() throws IOException {
    Map<String, String> plain =
        Map.of(
            "content-type",
            "text/plain",
            "x-telegram-bot-api-secret-token",
            SomeSettings.WEBHOOK_SECRET);
    assertThat(door.post("/telegram/webhook", said(1, "/start"), plain).status()).isEqualTo(415);
  }

  @Test
  void the_same_update_ten_times_is_queued_once() throws IOException {
    for (int round = 0; round < 10; round++) {
      assertThat(post(said(5, "/start")).status()).isEqualTo(200);
    }
    assertThat(memory.queues().updates()).hasSize(1);
  }

  @Test
  void beyond_thirty_a_minute_a_message_is_left_and_told_once_and_never_refused()
      throws IOException {
    for (int number = 1; number <= 30; number++) {
      assertThat(post(said(number, "/help")).status()).isEqualTo(200);
    }
    time.advance(Duration.ofSeconds(20));
    Door.Answer first = post(said(31, "/help"));
    Door.Answer second = post(said(32, "/help"));

    assertThat(first.status()).isEqualTo(200);
    assertThat(first.body().path("method").asText()).isEqualTo("sendMessage");
    assertThat(first.body().path("chat_id").asLong()).isEqualTo(7001);
    assertThat(first.body().path("text").asText()).contains("was not read", "wait 40 s");
    assertThat(second.status()).isEqualTo(200);
    assertThat(second.body().has("method")).isFalse();
    assertThat(memory.queues().updates()).hasSize(30);

    time.advance(Duration.ofMinutes(1));
    assertThat(post(said(33, "/help")).body().has("method")).isFalse();
    assertThat(memory.queues().updates()).hasSize(31);
  }

  @Test
  void the_way_out_does_not_wait_for_what_else_a_person_asked() throws IOException {
    for (int number = 1; number <= 30; number++) {
      post(said(number, "/help"));
    }
    memory.queues().takeUpdates();
    Door.Answer close = post(tapped(31, 7001, tokens.write(new Tap.Close(Some.ORDER), Some.USER)));
    Door.Answer panic = post(said(32, "/panic bad news"));

    assertThat(close.status()).isEqualTo(200);
    assertThat(close.body().path("text").asText()).isEqualTo("Closing...");
    assertThat(panic.status()).isEqualTo(200);
    assertThat(memory.queues().updates()).extracting(Incoming::updateId).containsExactly(31L, 32L);
  }

  @Test
  void the_way_out_has_a_bound_of_its_own() throws IOException {
    for (int number = 1; number <= 30; number++) {
      assertThat(post(said(number, "/closeall")).status()).isEqualTo(200);
    }
    assertThat(post(said(31, "/closeall")).body().path("text").asText()).contains("not read");
    assertThat(post(said(32, "/help")).status()).isEqualTo(200);
    assertThat(memory.queues().updates()).hasSize(31);
  }

  @Test
  void a_confirmation_goes_straight_to_the_fires_and_only_once() throws IOException {
    String data = tokens.write(new Tap.Confirm(Some.OFFER, Some.NOW.plusSeconds(30)), Some.USER);
    Door.Answer first = post(tapped(1, 7001, data));
    Door.Answer second = post(tapped(2, 7001, data));

    assertThat(memory.queues().fires())
        .containsExactly(new FireRequest(Some.OFFER, Some.USER, "tap-1", 3));
    assertThat(memory.queues().updates()).isEmpty();
    assertThat(first.body().path("method").asText()).isEqualTo("answerCallbackQuery");
    assertThat(first.body().path("text").asText()).isEqualTo("Sending to MT5...");
    assertThat(second.body().path("show_alert").asBoolean()).isTrue();
  }

  @Test
  void a_repeat_of_a_taps_update_is_taken_without_a_word_and_without_an_effect()
      throws IOException {
    String confirm = tokens.write(new Tap.Confirm(Some.OFFER, Some.NOW.plusSeconds(30)), Some.USER);
    String positions = tokens.write(new Tap.Positions(), Some.USER);
    post(tapped(1, 7001, confirm));
    post(tapped(2, 7001, positions));
    for (int i = 0; i < 10; i++) {
      assertThat(post(tapped(1, 7001, confirm)).body().has("show_alert")).isFalse();
      assertThat(post(tapped(2, 7001, positions)).body().has("method")).isFalse();
    }

    assertThat(memory.queues().fires()).hasSize(1);
    assertThat(memory.queues().updates()).hasSize(1);
  }

  @Test
  void a_stolen_or_expired_confirmation_fires_nothing() throws IOException {
    String data = tokens.write(new Tap.Confirm(Some.OFFER, Some.NOW.plusSeconds(30)), Some.USER);
    Door.Answer stolen = post(tapped(1, 666, data));
    time.advance(Duration.ofSeconds(30));
    Door.Answer late = post(tapped(2, 7001, data));

    assertThat(memory.queues().fires()).isEmpty();
    assertThat(stolen.body().path("text").asText()).contains("somebody else");
    assertThat(late.body().path("text").asText()).contains("expired");
  }

  @Test
  void an_update_we_have_no_use_for_is_taken_and_forgotten() throws IOException {
    assertThat(post("{\"update_id\":9,\"poll\":{}}".getBytes(StandardCharsets.UTF_8)).status())
        .isEqualTo(200);
    assertThat(nothingStored()).isTrue();
  }

  private Door.Answer post(byte[] body) throws IOException {
    return door.post("/telegram/webhook", body, HEADERS);
  }

  private boolean nothingStored() {
    return memory.queues().updates().isEmpty() && memory.queues().fires().isEmpty();
  }

  private static byte[] said(long updateId, String text) {
    return """
    {"update_id":%d,"message":{"message_id":1,"date":1,"text":"%s",
     "from":{"id":7001,"is_bot":false,"first_name":"Anna"},"chat":{"id":7001,"type":"private"}}}\
    """
        .formatted(updateId, text)
        .getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] tapped(long updateId, long user, String data) {
    return """
    {"update_id":%d,"callback_query":{"id":"55","data":"%s","from":{"id":%d,"first_name":"Anna"},
     "message":{"message_id":3,"date":1,"chat":{"id":%d,"type":"private"}}}}\
    """
        .formatted(updateId, data, user, user)
        .getBytes(StandardCharsets.UTF_8);
  }
}
