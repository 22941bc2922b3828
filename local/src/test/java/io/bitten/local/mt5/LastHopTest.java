package io.bitten.local.mt5;

import static io.bitten.local.mt5.FarmCaller.json;
import static io.bitten.local.mt5.FarmCaller.open;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.bitten.core.relay.Retcode;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LastHopTest {
  @TempDir Path folder;
  private Desk desk;
  private FarmCaller farm;

  @BeforeEach
  void start() {
    desk = Desk.still(folder);
    farm = aware();
  }

  @Test
  void the_same_id_twice_is_one_deal_and_the_same_answer() {
    JsonNode first = farm.post("/execute", withId("A1", ""));

    assertThat(first.path("outcome").asText()).isEqualTo("FILLED");
    assertThat(first.path("order_id").asText()).isEqualTo("A1");
    assertThat(first.path("attempt").asInt()).isEqualTo(1);
    assertThat(farm.post("/execute", withId("A1", ""))).isEqualTo(first);
    assertThat(aware().post("/execute", withId("A1", ""))).as("after a restart").isEqualTo(first);
    assertThat(desk.sim.entryDealsByMagic()).containsEntry(12_345L, 1);
  }

  @Test
  void the_same_id_with_other_terms_is_a_conflict() {
    farm.post("/execute", withId("A1", ""));
    String other = withId("A1", "").replace("0.10", "0.20");

    assertThat(json(409, farm.send("POST", "/execute", other)).path("field").asText())
        .isEqualTo("order_id");
  }

  @Test
  void a_refused_order_may_be_tried_anew_and_a_filled_one_never() {
    desk.terminal.script(new Scripted.Refuse(Retcode.REQUOTE));
    assertThat(outcome(withId("A1", ""))).isEqualTo("REJECTED");
    assertThat(outcome(withId("A1", ""))).as("the same attempt").isEqualTo("REJECTED");
    assertThat(outcome(withId("A1", ", \"attempt\": 2"))).isEqualTo("FILLED");
    assertThat(outcome(withId("A1", ", \"attempt\": 3"))).isEqualTo("FILLED");
    assertThat(desk.sim.entryDealsByMagic()).containsEntry(12_345L, 1);
  }

  @Test
  void an_order_past_its_deadline_or_from_an_older_epoch_is_refused() {
    long now = desk.now().toEpochMilli();
    String late = withId("A1", ", \"deadline_ms\": " + now);
    assertThat(outcome(late)).isEqualTo("FILLED");
    desk.pass(Duration.ofMillis(1));
    assertThat(outcome(late)).as("known, so its answer").isEqualTo("FILLED");
    assertThat(outcome(withId("A2", ", \"deadline_ms\": " + now))).isEqualTo("EXPIRED");
    assertThat(outcome(withId("A3", ", \"epoch\": 7"))).isEqualTo("FILLED");
    assertThat(outcome(withId("A4", ", \"epoch\": 6"))).isEqualTo("STALE_EPOCH");
    assertThat(desk.sim.entryDealsByMagic()).containsEntry(12_345L, 2);
  }

  @Test
  void an_order_decided_before_a_newer_halt_is_refused_also_after_a_restart() {
    assertThat(outcome(withId("A1", ", \"halt_epoch\": 3"))).isEqualTo("FILLED");
    assertThat(outcome(withId("A2", ", \"halt_epoch\": 2"))).isEqualTo("HALTED");
    assertThat(outcome(withId("A3", ", \"halt_epoch\": 3"))).isEqualTo("FILLED");
    farm = aware();
    assertThat(outcome(withId("A4", ", \"halt_epoch\": 2"))).isEqualTo("HALTED");
    assertThat(outcome(withId("A5", ", \"epoch\": 1, \"halt_epoch\": 3"))).isEqualTo("FILLED");
    assertThat(desk.sim.entryDealsByMagic()).containsEntry(12_345L, 3);
  }

  @Test
  void an_effect_that_comes_late_still_meets_the_deadline() {
    farm.farm.fault("/execute", new FarmFault.EffectAfterReply());
    farm.send("POST", "/execute", withId("A1", ", \"deadline_ms\": " + desk.now().toEpochMilli()));
    desk.pass(Duration.ofSeconds(30));
    farm.farm.releaseLate();

    assertThat(desk.sim.entryDealsByMagic()).isEmpty();
  }

  @Test
  void the_status_of_an_id_can_be_asked() {
    assertThat(farm.get("/status", "coid", "A1").path("state").asText()).isEqualTo("NEVER_SEEN");
    farm.farm.fault("/execute", new FarmFault.DropReply());
    farm.send("POST", "/execute", withId("A1", ""));

    JsonNode status = farm.get("/status", "coid", "A1");
    assertThat(status.path("state").asText()).isEqualTo("DONE");
    assertThat(status.at("/answer/ticket").asLong()).isPositive();
    farm.farm.forget();
    assertThat(farm.get("/status", "coid", "A1").path("state").asText()).isEqualTo("NEVER_SEEN");
  }

  @Test
  void an_id_begun_before_a_crash_is_unknown_and_never_run_again() {
    new FarmMemory(folder.resolve("farm-memory.jsonl")).begin(new LastHop.Key("A1", 1, "other"));
    json(409, aware().send("POST", "/execute", withId("A1", "")));
    FarmMemory memory = new FarmMemory(folder.resolve("farm-memory.jsonl"));
    assertThat(memory.of("A1"))
        .isEqualTo(new FarmMemory.InProgress(new LastHop.Key("A1", 1, "other")));
    assertThat(aware().get("/status", "coid", "A1").path("state").asText())
        .isEqualTo("IN_PROGRESS");
    assertThat(desk.sim.entryDealsByMagic()).isEmpty();
  }

  @Test
  void the_history_tells_deals_by_time_and_magic() {
    long ticket = farm.post("/execute", withId("A1", "")).path("ticket").asLong();
    desk.pass(Duration.ofSeconds(60));
    farm.post("/close", "{\"ticket\":%d,\"broker\":\"sim-test\"}".formatted(ticket));
    String from = Long.toString(Desk.START.getEpochSecond());

    JsonNode all = farm.get("/history", "from", from);
    assertThat(all.path("complete").asBoolean()).isTrue();
    assertThat(all.path("count").asInt()).isEqualTo(2);
    assertThat(all.at("/deals/0/entry").asText()).isEqualTo("IN");
    assertThat(all.at("/deals/0/magic").asLong()).isEqualTo(12_345);
    assertThat(all.at("/deals/1/entry").asText()).isEqualTo("OUT");
    assertThat(all.at("/deals/1/position").asLong()).isEqualTo(ticket);
    assertThat(all.at("/deals/1/profit").decimalValue()).isEqualByComparingTo("-1.00");
    assertThat(farm.get("/history", "from", from, "magic", "12345").path("count").asInt())
        .as("a close without a magic carries 0")
        .isEqualTo(1);
    assertThat(farm.get("/history", "from", desk.now().toString()).path("count").asInt())
        .isEqualTo(1);
    assertThat(json(400, farm.send("GET", "/history", "")).path("field").asText())
        .isEqualTo("from");
  }

  @Test
  void a_dumb_farm_ignores_ids() {
    FarmCaller dumb = new FarmCaller(desk.sim.farm(FarmCaller.TOKEN, FarmProfile.DUMB));
    dumb.post("/execute", withId("A1", ", \"deadline_ms\": 1"));
    dumb.post("/execute", withId("A1", ""));

    assertThat(desk.sim.entryDealsByMagic()).containsEntry(12_345L, 2);
    json(400, dumb.send("GET", "/status", "", "coid", "A1"));
    json(404, dumb.send("GET", "/history", "", "from", "1672531200"));
  }

  private FarmCaller aware() {
    return new FarmCaller(desk.sim.farm(FarmCaller.TOKEN, FarmProfile.AWARE));
  }

  private String outcome(String body) {
    return farm.post("/execute", body).path("outcome").asText();
  }

  private static String withId(String coid, String more) {
    return open("\"timestamp\"", "\"order_id\": \"%s\"%s, \"timestamp\"".formatted(coid, more));
  }
}
