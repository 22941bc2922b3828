package io.bitten.functions.hud;

import static org.assertj.core.api.Assertions.assertThat;

import io.bitten.core.Some;
import io.bitten.core.fill.Report;
import io.bitten.core.memory.ManualTime;
import io.bitten.core.memory.MemoryWorld;
import io.bitten.functions.Door;
import io.bitten.functions.SomeSettings;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What is answered without a session. */
class OpenRoutesTest {
  private final ManualTime time = new ManualTime(Some.NOW);
  private final MemoryWorld memory = MemoryWorld.on(time);
  private final Door door = new Door(new HudHandler(memory.world(), SomeSettings.all()));

  @Test
  void a_wrong_method_is_told_the_right_one_and_a_wrong_path_its_name() throws IOException {
    Door.Answer method = door.post("/api/positions", new byte[0], Map.of());
    Door.Answer path = door.get("/api/nothing", Map.of(), Map.of());

    assertThat(method.status()).isEqualTo(405);
    assertThat(method.body().path("detail").asText()).isEqualTo("/api/positions takes GET.");
    assertThat(path.status()).isEqualTo(404);
    assertThat(path.body().path("detail").asText()).contains("/api/nothing");
  }

  @Test
  void health_tells_of_metatrader_what_a_relay_said_within_a_minute() throws IOException {
    assertThat(farm()).isEqualTo("down");
    beat("lease epoch 1; 5@S FARM circuit OPEN, no answer");
    assertThat(farm()).isEqualTo("down");
    beat("lease epoch 1; 5@S FARM circuit CLOSED, up");
    assertThat(farm()).isEqualTo("up");
    time.advance(Duration.ofMinutes(2));
    assertThat(farm()).isEqualTo("down");
  }

  @Test
  void health_looks_at_each_part() throws IOException {
    Door.Answer health = door.get("/health", Map.of(), Map.of());

    assertThat(health.status()).isEqualTo(200);
    assertThat(health.body().path("status").asText()).isEqualTo("degraded");
    assertThat(health.body().path("components").path("database").path("status").asText())
        .isEqualTo("up");
    assertThat(health.body().path("components").path("relay").path("status").asText())
        .isEqualTo("down");
  }

  private void beat(String routes) {
    memory
        .relays()
        .keep(
            new Report.Heartbeat("vps-1", "boot-1", routes, List.of(Some.ACCOUNT), time.instant()));
  }

  private String farm() throws IOException {
    return door.get("/health", Map.of(), Map.of())
        .body()
        .path("components")
        .path("mt5_farm")
        .path("status")
        .asText();
  }
}
