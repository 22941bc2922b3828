package io.bitten.functions.hud;

import static org.assertj.core.api.Assertions.assertThat;

import io.bitten.core.Some;
import io.bitten.core.Versioned;
import io.bitten.core.account.Subscription;
import io.bitten.core.account.Tier;
import io.bitten.core.memory.ManualTime;
import io.bitten.core.memory.MemoryWorld;
import io.bitten.core.signal.LedgerEntry;
import io.bitten.functions.Door;
import io.bitten.functions.SomeSettings;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A signal whose id somebody guesses. */
class NamedSignalTest {
  private final MemoryWorld memory = MemoryWorld.on(new ManualTime(Some.NOW));
  private final Door door = new Door(new HudHandler(memory.world(), SomeSettings.all()));

  @Test
  void one_that_the_tier_does_not_see_is_as_one_that_nobody_knows() throws IOException {
    Subscription pass = new Subscription.Active(Tier.PRESS_PASS, Some.NOW.plusSeconds(60));
    memory.traders().save(Versioned.fresh(Some.trader().with(pass)));
    memory.accounts().claim(Some.account());
    memory.accounts().keep(Some.snapshot());
    memory.ledger().append(Some.signal(), LedgerEntry.after(memory.ledger().head(), "{}"));

    Door.Answer hidden = execute("key-00001", "SIG_20240102_001");
    Door.Answer unknown = execute("key-00002", "SIG_20240102_999");

    assertThat(hidden.code()).isEqualTo("SIGNAL_GONE");
    assertThat(hidden.body()).isEqualTo(unknown.body());
  }

  private Door.Answer execute(String key, String signal) throws IOException {
    String launch = SignedLaunch.of(7001, Instant.now()).replace("\"", "\\\"");
    String token =
        post("/api/session", "{\"init_data\":\"" + launch + "\"}", Map.of())
            .body()
            .path("token")
            .asText();
    return post(
        "/api/trades/execute",
        "{\"signal_id\":\"" + signal + "\"}",
        Map.of("authorization", "Bearer " + token, "idempotency-key", key));
  }

  private Door.Answer post(String path, String body, Map<String, String> headers)
      throws IOException {
    return door.post(path, body.getBytes(StandardCharsets.UTF_8), headers);
  }
}
