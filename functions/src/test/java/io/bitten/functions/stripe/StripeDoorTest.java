package io.bitten.functions.stripe;

import static org.assertj.core.api.Assertions.assertThat;

import io.bitten.core.Some;
import io.bitten.core.memory.ManualTime;
import io.bitten.core.memory.MemoryQueues.StripeEvent;
import io.bitten.core.memory.MemoryWorld;
import io.bitten.functions.Door;
import io.bitten.functions.SomeSettings;
import io.bitten.functions.StripeHeader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

class StripeDoorTest {
  private static final String EVENT = "{\"id\":\"evt_1\",\"type\":\"invoice.payment_failed\"}";

  private final MemoryWorld memory = MemoryWorld.on(new ManualTime(Some.NOW));
  private final Door door = new Door(new StripeHandler(memory.world(), SomeSettings.all()));

  @Test
  void a_signed_event_is_queued_once_however_often_it_comes() throws IOException {
    for (int round = 0; round < 5; round++) {
      assertThat(post(EVENT, StripeHeader.of(EVENT, Instant.now())).status()).isEqualTo(200);
    }
    assertThat(memory.queues().billing()).containsExactly(new StripeEvent("evt_1", EVENT));
  }

  @Test
  void an_unsigned_event_is_refused_with_the_reason() throws IOException {
    assertThat(door.post("/stripe/webhook", bytes(EVENT), Map.of()).code()).isEqualTo("NO_HEADER");
    assertThat(post(EVENT + " ", StripeHeader.of(EVENT, Instant.now())).code())
        .isEqualTo("BAD_SIGNATURE");
    assertThat(memory.queues().billing()).isEmpty();
  }

  @Test
  void a_signed_body_that_is_no_event_is_refused_by_field() throws IOException {
    String body = "{\"type\":\"x\"}";
    Door.Answer answer = post(body, StripeHeader.of(body, Instant.now()));
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.body().path("field").asText()).isEqualTo("id");
  }

  private Door.Answer post(String body, String header) throws IOException {
    return door.post("/stripe/webhook", bytes(body), Map.of("stripe-signature", header));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
