package io.bitten.local.mt5;

import static io.bitten.local.mt5.FarmCaller.OPEN;
import static io.bitten.local.mt5.FarmCaller.json;
import static io.bitten.local.mt5.FarmCaller.open;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.bitten.local.loopback.Answer;
import io.bitten.local.loopback.Call;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FarmEdgeTest {
  @TempDir Path folder;
  private Desk desk;
  private FarmCaller farm;

  @BeforeEach
  void start() {
    desk = Desk.still(folder);
    farm = new FarmCaller(desk.sim.farm(FarmCaller.TOKEN, FarmProfile.DUMB));
  }

  @Test
  void bad_input_is_refused_with_the_fields_name() {
    assertThat(field("")).isEqualTo("body");
    assertThat(field("[1]")).isEqualTo("body");
    assertThat(field("{\"action\":")).isEqualTo("body");
    assertThat(field("{}")).isEqualTo("action");
    assertThat(field(open("OPEN_TRADE", "STEAL"))).isEqualTo("action");
    assertThat(field(open("\"symbol\"", "\"x\""))).isEqualTo("symbol");
    assertThat(field(open("\"EURUSD\"", "5"))).isEqualTo("symbol");
    assertThat(field(open("BUY", "buy"))).isEqualTo("direction");
    assertThat(field(open("0.10", "\"0.10\""))).isEqualTo("lot_size");
    assertThat(field(open("0.10", "0"))).isEqualTo("lot_size");
    assertThat(field(open("0.10", "1e999999"))).isEqualTo("lot_size");
    assertThat(field(open("1.0950", "-1"))).isEqualTo("stop_loss");
    assertThat(field(open("12345", "1.5"))).isEqualTo("magic_number");
    assertThat(field(open("\"EURUSD\"", "\"EURUSD\",\"broker\":\"other\""))).isEqualTo("broker");
    assertThat(field("{\"action\":\"CLOSE_TRADE\"}")).isEqualTo("ticket");
    assertThat(desk.sim.entryDealsByMagic()).isEmpty();
  }

  @Test
  void hostile_bytes_are_never_a_server_error() {
    SplittableRandom random = new SplittableRandom(5);
    for (int i = 0; i < 2_000; i++) {
      byte[] bytes = OPEN.getBytes(java.nio.charset.StandardCharsets.UTF_8);
      for (int change = random.nextInt(6); change >= 0; change--) {
        bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
      }
      String path = random.nextBoolean() ? "/execute" : "/close";
      Answer answer =
          farm.farm.answer(
              new Call(
                  "POST",
                  path,
                  Map.of(),
                  Map.of("authorization", "Bearer " + FarmCaller.TOKEN),
                  bytes,
                  0));
      assertThat(((Answer.Reply) answer).status()).isLessThan(500);
    }
  }

  @Test
  void without_the_token_nothing_is_told_or_done() {
    for (Map<String, String> headers :
        java.util.List.of(Map.<String, String>of(), Map.of("authorization", "Bearer wrong"))) {
      Answer answer =
          farm.farm.answer(
              new Call(
                  "POST",
                  "/execute",
                  Map.of(),
                  headers,
                  OPEN.getBytes(java.nio.charset.StandardCharsets.UTF_8),
                  0));
      assertThat(json(401, answer).path("field").asText()).isEqualTo("authorization");
    }
    assertThat(desk.sim.entryDealsByMagic()).isEmpty();
  }

  @Test
  void faults_bend_the_answer_once_and_keep_or_lose_the_effect() {
    farm.farm.fault("/execute", new FarmFault.DropRequest());
    farm.farm.fault("/execute", new FarmFault.DropReply());
    farm.farm.fault("/execute", new FarmFault.ServerError());
    farm.farm.fault("/execute", new FarmFault.ServerErrorAfterEffect());
    farm.farm.fault("/execute", new FarmFault.RouteTimeout());
    farm.farm.fault("/execute", new FarmFault.EffectAfterReply());
    farm.farm.fault("/execute", new FarmFault.Delay(Duration.ofMillis(1)));

    assertThat(farm.send("POST", "/execute", OPEN)).isEqualTo(Answer.dropped());
    assertThat(entries()).isZero();
    assertThat(farm.send("POST", "/execute", OPEN)).isEqualTo(Answer.dropped());
    assertThat(entries()).isEqualTo(1);
    json(500, farm.send("POST", "/execute", OPEN));
    assertThat(entries()).isEqualTo(1);
    json(500, farm.send("POST", "/execute", OPEN));
    assertThat(entries()).isEqualTo(2);
    assertThat(farm.post("/execute", OPEN).path("fallback").asText()).isEqualTo("local_bridge");
    assertThat(farm.send("POST", "/execute", OPEN)).isEqualTo(Answer.dropped());
    assertThat(entries()).isEqualTo(2);
    assertThat(farm.farm.releaseLate()).isEqualTo(1);
    assertThat(entries()).isEqualTo(3);
    assertThat(farm.post("/execute", OPEN).path("success").asBoolean()).isTrue();
    assertThat(entries()).isEqualTo(4);
  }

  @Test
  void each_arrival_is_noted_with_its_moment() {
    long before = System.nanoTime();
    farm.post("/execute", OPEN);

    assertThat(farm.farm.arrivals().all())
        .singleElement()
        .satisfies(
            arrival -> {
              assertThat(arrival.nanoTime()).isBetween(before, System.nanoTime());
              assertThat(arrival.magic()).isEqualTo(12_345);
              assertThat(arrival.comment()).isEqualTo("BITTEN-1");
            });
  }

  private int entries() {
    return desk.sim.entryDealsByMagic().getOrDefault(12_345L, 0);
  }

  private String field(String body) {
    JsonNode answer = json(400, farm.send("POST", "/execute", body));
    assertThat(answer.path("success").asBoolean()).isFalse();
    assertThat(answer.path("error").asText()).isNotEmpty();
    return answer.path("field").asText();
  }
}
