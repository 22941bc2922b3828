package io.bitten.functions;

import static org.assertj.core.api.Assertions.assertThat;

import io.bitten.core.Some;
import io.bitten.core.memory.ManualTime;
import io.bitten.core.memory.MemoryWorld;
import io.bitten.functions.stripe.StripeHandler;
import io.bitten.functions.telegram.TelegramHandler;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Whatever bytes a stranger sends, a door answers with a reason, stores nothing and goes on. */
class HostileBytesTest {
  /** Bodies for each door; the build sends fewer than {@code -Dhostile.bodies=100000} does. */
  private static final int BODIES = Integer.getInteger("hostile.bodies", 50_000);

  private static final String UPDATE =
      """
      {"update_id":5,"message":{"message_id":1,"date":1700000000,"text":"/start",
       "from":{"id":7001,"is_bot":false,"first_name":"Anna"},"chat":{"id":7001,"type":"private"}},
       "callback_query":{"id":"55","data":"c:x","from":{"id":7001,"first_name":"Anna"},
       "message":{"message_id":3,"date":1,"chat":{"id":7001}}}}\
      """;
  private static final String EVENT =
      "{\"id\":\"evt_1\",\"type\":\"invoice.payment_failed\",\"data\":{\"object\":{}}}";

  private final ManualTime time = new ManualTime(Some.NOW);
  private final MemoryWorld memory = MemoryWorld.on(time);

  @Test
  @Timeout(1_800)
  void mutated_updates_meet_a_reason_and_no_5xx() throws IOException {
    Door door = new Door(new TelegramHandler(memory.world(), SomeSettings.all()));
    Map<String, String> headers =
        Map.of(
            "content-type",
            "application/json",
            "x-telegram-bot-api-secret-token",
            SomeSettings.WEBHOOK_SECRET);
    Random random = new Random(1);
    int refused = 0;
    for (int body = 0; body < BODIES; body++) {
      int before = memory.queues().updates().size();
      int remembered = memory.inbox().size();
      Door.Answer answer = door.post("/telegram/webhook", Mutation.of(UPDATE, random), headers);
      assertThat(answer.status()).as("body %d", body).isLessThan(500);
      if (answer.status() >= 400) {
        refused++;
        assertThat(answer.body().path("detail").asText()).isNotEmpty();
        assertThat(memory.queues().updates()).hasSize(before);
        assertThat(memory.inbox().size()).isEqualTo(remembered);
      }
      memory.queues().takeUpdates();
      time.advance(Duration.ofSeconds(3));
    }
    assertThat(refused).isGreaterThan(BODIES / 2);
    assertThat(memory.queues().fires()).isEmpty();
  }

  @Test
  @Timeout(1_800)
  void mutated_stripe_calls_meet_400_and_store_nothing() throws IOException {
    Door door = new Door(new StripeHandler(memory.world(), SomeSettings.all()));
    Random random = new Random(2);
    String header = StripeHeader.of(EVENT, Instant.now());
    for (int body = 0; body < BODIES; body++) {
      boolean forgedHeader = random.nextBoolean();
      byte[] bytes = forgedHeader ? EVENT.getBytes(StandardCharsets.UTF_8) : changed(random);
      String given = forgedHeader ? forged(header, random) : header;
      Door.Answer answer = door.post("/stripe/webhook", bytes, Map.of("stripe-signature", given));
      assertThat(answer.status()).as("body %d header %s", body, given).isEqualTo(400);
      assertThat(answer.body().path("detail").asText()).isNotEmpty();
    }
    assertThat(memory.queues().billing()).isEmpty();
    assertThat(memory.inbox().size()).isZero();
  }

  /** A signature may end with the very character that was cut off. */
  private static String forged(String header, Random random) {
    String text = new String(Mutation.of(header, random), StandardCharsets.ISO_8859_1) + "0";
    return text.equals(header) ? text + "0" : text;
  }

  private static byte[] changed(Random random) {
    byte[] bytes = Mutation.of(EVENT, random);
    return new String(bytes, StandardCharsets.UTF_8).equals(EVENT)
        ? "{}".getBytes(StandardCharsets.UTF_8)
        : bytes;
  }
}
