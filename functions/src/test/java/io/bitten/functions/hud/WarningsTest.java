package io.bitten.functions.hud;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.bitten.core.Some;
import io.bitten.core.Versioned;
import io.bitten.core.memory.ManualTime;
import io.bitten.core.memory.MemoryWorld;
import io.bitten.core.signal.LedgerEntry;
import io.bitten.functions.Door;
import io.bitten.functions.SomeSettings;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the chat's card warns of, a fire from the HUD is told as well. */
class WarningsTest {
  private static final String FIRE = "{\"signal_id\":\"SIG_20240102_001\"}";

  private final MemoryWorld memory = MemoryWorld.on(new ManualTime(Some.NOW));
  private final Door door = new Door(new HudHandler(memory.world(), SomeSettings.all()));

  @BeforeEach
  void a_trader_and_a_live_signal() {
    memory.traders().save(Versioned.fresh(Some.trader()));
    memory.accounts().claim(Some.account());
    memory.accounts().keep(Some.snapshot());
    memory.ledger().append(Some.signal(), LedgerEntry.after(memory.ledger().head(), "{}"));
  }

  @Test
  void without_a_calendar_the_first_answer_warns_as_the_document_says() throws IOException {
    JsonNode first = execute();
    assertThat(first.path("warnings"))
        .singleElement()
        .extracting(JsonNode::asText)
        .isEqualTo("The news calendar is missing or old: news is not checked.");
    assertThat(execute().has("warnings")).isFalse();
    JsonNode described =
        new JsonMapper()
            .readTree(OpenApi.text())
            .at("/components/schemas/Accepted/properties/warnings/items/type");
    assertThat(described.asText()).isEqualTo("string");
  }

  @Test
  void with_nothing_to_warn_of_the_answer_has_no_warnings() throws IOException {
    memory.calendars().keep(Some.calendar());

    assertThat(execute().has("warnings")).isFalse();
  }

  private JsonNode execute() throws IOException {
    String launch = SignedLaunch.of(7001, Instant.now()).replace("\"", "\\\"");
    JsonNode session = post("/api/session", "{\"init_data\":\"" + launch + "\"}", Map.of()).body();
    Door.Answer answer =
        post(
            "/api/trades/execute",
            FIRE,
            Map.of(
                "authorization", "Bearer " + session.path("token").asText(),
                "content-type", "application/json",
                "idempotency-key", "key-00001"));
    assertThat(answer.status()).isEqualTo(202);
    return answer.body();
  }

  private Door.Answer post(String path, String body, Map<String, String> headers)
      throws IOException {
    return door.post(path, body.getBytes(StandardCharsets.UTF_8), headers);
  }
}
