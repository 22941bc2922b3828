package io.bitten.functions.hud;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.bitten.adapters.config.RulebookFile;
import io.bitten.core.Some;
import io.bitten.core.SomeKinds;
import io.bitten.core.Versioned;
import io.bitten.core.fire.FireDesk;
import io.bitten.core.market.Level;
import io.bitten.core.market.Lots;
import io.bitten.core.market.Price;
import io.bitten.core.memory.ManualTime;
import io.bitten.core.memory.MemoryWorld;
import io.bitten.core.order.Fill;
import io.bitten.core.order.Order;
import io.bitten.core.order.OrderState;
import io.bitten.core.order.Orphan;
import io.bitten.core.signal.LedgerEntry;
import io.bitten.functions.Door;
import io.bitten.functions.SomeSettings;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class HudApiTest {
  private final ManualTime time = new ManualTime(Some.NOW);
  private final MemoryWorld memory = MemoryWorld.on(time);
  private final Door door = new Door(new HudHandler(memory.world(), SomeSettings.all()));
  private final Map<String, String> headers = new HashMap<>();

  @BeforeEach
  void a_trader_with_a_session_and_a_live_signal() throws IOException {
    memory.traders().save(Versioned.fresh(Some.trader()));
    memory.accounts().claim(Some.account());
    memory.accounts().keep(Some.snapshot());
    memory.calendars().keep(Some.calendar());
    memory.ledger().append(Some.signal(), LedgerEntry.after(memory.ledger().head(), "{}"));
    Door.Answer session = login(SignedLaunch.of(7001, Instant.now()));
    headers.put("authorization", "Bearer " + session.body().path("token").asText());
    headers.put("content-type", "application/json");
  }

  @Test
  void forged_old_doubled_or_strangers_init_data_opens_no_session() throws IOException {
    String good = SignedLaunch.of(7001, Instant.now());
    assertThat(login(good.replace("Anna", "Eve")).code()).isEqualTo("INIT_DATA_FORGED");
    assertThat(login(good + "&auth_date=1").code()).isEqualTo("INIT_DATA_MALFORMED");
    assertThat(login(SignedLaunch.of(7001, Instant.now().minusSeconds(3_700))).code())
        .isEqualTo("INIT_DATA_OLD");
    assertThat(login(SignedLaunch.of(9999, Instant.now())).code()).isEqualTo("UNKNOWN_TRADER");
    assertThat(login("").status()).isEqualTo(401);
  }

  @Test
  void without_a_session_nothing_personal_is_told() throws IOException {
    for (String token : new String[] {"", "Bearer x", "Bearer tg-7001.99999999999.AAAA"}) {
      Door.Answer answer = door.get("/api/user/profile", Map.of(), Map.of("authorization", token));
      assertThat(answer.status()).isEqualTo(401);
      assertThat(answer.type()).isEqualTo("application/problem+json");
    }
  }

  @Test
  void the_profile_tells_tier_rank_and_what_is_left() throws IOException {
    JsonNode profile = get("/api/user/profile").body();
    assertThat(profile.path("tier").asText()).isEqualTo("COMMANDER");
    assertThat(profile.path("rank").asText()).isEqualTo("PRIVATE");
    assertThat(profile.path("limits").path("fires_left").asInt()).isEqualTo(20);
  }

  @Test
  void a_live_signal_has_the_agreed_format() throws IOException {
    JsonNode signal = get("/api/signals/live").body().path("signals").get(0);
    assertThat(signal.path("signal_id").asText()).isEqualTo("SIG_20240102_001");
    assertThat(signal.path("tier").asText()).isEqualTo("PRECISION");
    assertThat(signal.path("entry").decimalValue()).isEqualByComparingTo("1.10000");
    assertThat(signal.path("visual_cues").path("pattern").asText())
        .isEqualTo("Bullish trend pullback");
  }

  @Test
  void positions_carry_the_age_of_the_look_in_seconds_begun() throws IOException {
    memory.accounts().keep(Some.snapshot(Some.NOW.plusMillis(1_500)));
    JsonNode body = get("/api/positions").body();
    assertThat(body.path("age_seconds").asInt()).as("a clock that is ahead").isZero();
    time.set(Some.NOW.plusMillis(12_900));
    assertThat(get("/api/positions").body().path("age_seconds").asInt()).isEqualTo(12);
    assertThat(body.path("balance").decimalValue()).isEqualByComparingTo("10000");
  }

  @Test
  void what_no_order_stands_for_is_shown_while_it_is_open_and_after() throws IOException {
    Orphan open = SomeKinds.orphans().getFirst();
    memory.orphans().save(Versioned.fresh(open));
    JsonNode shown = get("/api/positions").body().path("orphans").get(0);
    assertThat(shown.path("status").asText()).isEqualTo("CLOSING");
    assertThat(shown.path("trade_id").asText()).isEqualTo("TRD_20240102_001");
    assertThat(shown.path("profit").isNull()).isTrue();
    assertThat(get("/api/trades/history").body().path("orphans")).isEmpty();

    memory.orphans().save(new Versioned<>(SomeKinds.orphans().get(2), 1));
    assertThat(get("/api/positions").body().path("orphans")).isEmpty();
    JsonNode ended = get("/api/trades/history").body().path("orphans").get(0);
    assertThat(ended.path("status").asText()).isEqualTo("CLOSED");
    assertThat(ended.path("profit").decimalValue()).isEqualByComparingTo("29.95");
  }

  @Test
  void the_same_key_and_body_make_one_order() throws IOException {
    Door.Answer first = execute("key-00001", "{\"signal_id\":\"SIG_20240102_001\"}");
    Door.Answer again = execute("key-00001", "{\"signal_id\":\"SIG_20240102_001\"}");
    FireDesk desk = new FireDesk(memory.world(), RulebookFile.packaged());
    memory.queues().takeFires().forEach(desk::fire);
    Door.Answer after = execute("key-00001", "{\"signal_id\":\"SIG_20240102_001\"}");

    assertThat(first.status()).isEqualTo(202);
    assertThat(again.body()).isEqualTo(first.body());
    assertThat(memory.orders().of(Some.USER, "", 10).items())
        .singleElement()
        .satisfies(
            order ->
                assertThat(order.id().value()).isEqualTo(first.body().path("order_id").asText()));
    assertThat(after.body().path("status").asText()).isEqualTo("NEW");
    JsonNode history = get("/api/trades/history").body();
    assertThat(history.path("trades").get(0).path("status").asText()).isEqualTo("NEW");
  }

  @Test
  void a_trade_has_the_lots_and_the_stop_that_the_broker_shows() throws IOException {
    memory.orders().place(Some.order(), Versioned.fresh(Some.riskBook()));
    Versioned<Order> stored = memory.orders().find(Some.ORDER).orElseThrow();
    Fill whole = Some.fill();
    Fill part =
        new Fill(
            whole.ticket(),
            whole.price(),
            Lots.of("0.04"),
            Level.at(Price.of("1.09750")),
            whole.at());
    memory
        .orders()
        .save(stored.with(stored.value().with(new OrderState.Protected(part, Some.NOW))));
    JsonNode trade = get("/api/trades/history").body().path("trades").get(0);
    assertThat(trade.path("lot_size").decimalValue()).isEqualByComparingTo("0.04");
    assertThat(trade.path("stop_loss").decimalValue()).isEqualByComparingTo("1.09750");
  }

  @Test
  void a_key_used_for_another_body_is_refused() throws IOException {
    execute("key-00001", "{\"signal_id\":\"SIG_20240102_001\"}");
    assertThat(execute("key-00001", "{\"signal_id\":\"SIG_20240102_002\"}").code())
        .isEqualTo("KEY_REUSED");
  }

  @Test
  void wrong_fields_are_named() throws IOException {
    String idea = "{\"symbol\":\"EURUSD\",\"direction\":\"%s\",\"lot_size\":%s}";
    assertThat(field(idea.formatted("UP", "1"))).isEqualTo("direction");
    assertThat(field(idea.formatted("BUY", "0"))).isEqualTo("lot_size");
    assertThat(field(idea.formatted("BUY", "10.01"))).isEqualTo("lot_size");
    assertThat(field("{\"direction\":\"BUY\",\"lot_size\":1}")).isEqualTo("symbol");
    assertThat(field("{\"signal_id\":7}")).isEqualTo("signal_id");
    String beside = "{\"signal_id\":\"SIG_20240102_001\",\"%s\":%s}";
    assertThat(field(beside.formatted("lot_size", "0.01"))).isEqualTo("lot_size");
    assertThat(field(beside.formatted("direction", "\"SELL\""))).isEqualTo("direction");
    String far = "{\"symbol\":\"EURUSD\",\"direction\":\"BUY\",\"lot_size\":1,\"take_profit\":%s}";
    assertThat(field(far.formatted("1e40"))).isEqualTo("take_profit");
    assertThat(field(far.formatted("1.00000000001"))).isEqualTo("take_profit");
    assertThat(execute("short", "{}").body().path("field").asText()).isEqualTo("Idempotency-Key");
  }

  @Test
  void a_risk_refusal_has_its_code_and_what_would_pass() throws IOException {
    Door.Answer answer =
        execute(
            "key-00002",
            "{\"symbol\":\"EURUSD\",\"direction\":\"BUY\",\"lot_size\":5,"
                + "\"stop_loss\":1.098,\"take_profit\":1.103}");
    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.code()).isNotEmpty();
    assertThat(answer.body().path("remedy").asText()).contains("lots instead of 5");
    assertThat(memory.queues().fires()).isEmpty();
  }

  @Test
  void history_parameters_are_checked_by_name() throws IOException {
    for (Map.Entry<String, String> wrong :
        Map.of("from", "yesterday", "limit", "0", "symbol", "EUR/USD", "status", "OPEN")
            .entrySet()) {
      Door.Answer answer =
          door.get("/api/trades/history", Map.of(wrong.getKey(), wrong.getValue()), headers);
      assertThat(answer.status()).isEqualTo(400);
      assertThat(answer.body().path("field").asText()).isEqualTo(wrong.getKey());
    }
  }

  @Test
  void a_history_that_ends_before_it_begins_is_refused_and_every_state_is_taken()
      throws IOException {
    Map<String, String> backwards =
        Map.of("from", "2024-02-01T00:00:00Z", "to", "2024-01-01T00:00:00Z");
    Door.Answer answer = door.get("/api/trades/history", backwards, headers);

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.body().path("field").asText()).isEqualTo("from");
    for (String state : List.of("closed", "UNPROTECTED", "NEW")) {
      assertThat(door.get("/api/trades/history", Map.of("status", state), headers).status())
          .isEqualTo(200);
    }
  }

  @Test
  void after_thirty_requests_in_a_minute_one_waits() throws IOException {
    for (int number = 0; number < 30; number++) {
      assertThat(get("/api/positions").status()).isEqualTo(200);
    }
    assertThat(get("/api/positions").status()).isEqualTo(429);
  }

  private String field(String body) throws IOException {
    Door.Answer answer = execute("key-00009", body);
    assertThat(answer.status()).isEqualTo(400);
    return answer.body().path("field").asText();
  }

  private Door.Answer get(String path) throws IOException {
    return door.get(path, Map.of(), headers);
  }

  private Door.Answer execute(String key, String body) throws IOException {
    Map<String, String> with = new HashMap<>(headers);
    with.put("idempotency-key", key);
    return door.post("/api/trades/execute", body.getBytes(StandardCharsets.UTF_8), with);
  }

  private Door.Answer login(String initData) throws IOException {
    String body = "{\"init_data\":\"" + initData.replace("\"", "\\\"") + "\"}";
    return door.post("/api/session", body.getBytes(StandardCharsets.UTF_8), Map.of());
  }
}
