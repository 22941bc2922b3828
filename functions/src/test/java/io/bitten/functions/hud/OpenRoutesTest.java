package io.bitten.functions.hud;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.bitten.adapters.telegram.BotApi;
import io.bitten.core.Some;
import io.bitten.core.World;
import io.bitten.core.fill.Report;
import io.bitten.core.memory.ManualTime;
import io.bitten.core.memory.MemoryWorld;
import io.bitten.functions.Door;
import io.bitten.functions.SomeSettings;
import io.bitten.functions.SomeWorlds;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
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
    assertThat(part(door, "mt5_farm")).isEqualTo("down");
    beat("lease epoch 1; 5@S FARM circuit OPEN, no answer");
    assertThat(part(door, "mt5_farm")).isEqualTo("down");
    beat("lease epoch 1; 5@S FARM circuit CLOSED, up");
    assertThat(part(door, "mt5_farm")).isEqualTo("up");
    time.advance(Duration.ofMinutes(2));
    assertThat(part(door, "mt5_farm")).isEqualTo("down");
  }

  @Test
  void health_looks_at_each_part() throws IOException {
    Door.Answer health = door.get("/health", Map.of(), Map.of());

    assertThat(health.status()).isEqualTo(200);
    assertThat(health.body().path("status").asText()).isEqualTo("degraded");
    assertThat(part(door, "database")).isEqualTo("up");
    assertThat(part(door, "relay")).isEqualTo("down");
    JsonNode promised =
        new JsonMapper()
            .readTree(OpenApi.text())
            .at("/components/schemas/Health/properties/components/required");
    assertThat(promised).isNotEmpty();
    for (JsonNode name : promised) {
      assertThat(part(door, name.asText())).as(name.asText()).isEqualTo("up");
    }
  }

  @Test
  void a_token_that_telegram_does_not_know_is_a_bot_that_is_down() throws IOException {
    HttpServer telegram =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    telegram.createContext("/", OpenRoutesTest::unauthorized);
    telegram.start();
    URI api = URI.create("http://127.0.0.1:" + telegram.getAddress().getPort());
    World world = SomeWorlds.with(memory.world(), new BotApi(api, SomeSettings.BOT_TOKEN));
    Door dead = new Door(new HudHandler(world, SomeSettings.all()));
    try {
      assertThat(part(door, "telegram_bot")).isEqualTo("up");
      assertThat(part(dead, "telegram_bot")).isEqualTo("down");
    } finally {
      telegram.stop(0);
    }
  }

  private static void unauthorized(HttpExchange call) throws IOException {
    try (call) {
      call.sendResponseHeaders(call.getRequestURI().getPath().endsWith("/getMe") ? 401 : 500, -1);
    }
  }

  private void beat(String routes) {
    memory
        .relays()
        .keep(
            new Report.Heartbeat("vps-1", "boot-1", routes, List.of(Some.ACCOUNT), time.instant()));
  }

  private static String part(Door door, String name) throws IOException {
    return door.get("/health", Map.of(), Map.of())
        .body()
        .path("components")
        .path(name)
        .path("status")
        .asText();
  }
}
