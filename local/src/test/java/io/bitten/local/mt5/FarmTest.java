package io.bitten.local.mt5;

import static io.bitten.local.mt5.FarmCaller.OPEN;
import static io.bitten.local.mt5.FarmCaller.json;
import static io.bitten.local.mt5.FarmCaller.open;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.bitten.core.relay.Retcode;
import io.bitten.local.market.MarketPlayer;
import io.bitten.local.market.SomeMarket;
import io.bitten.local.mt5.Switches.Autotrading;
import io.bitten.local.mt5.Switches.Line;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FarmTest {
  @TempDir Path folder;
  private Desk desk;
  private FarmCaller farm;

  @BeforeEach
  void start() {
    desk = Desk.still(folder);
    farm = new FarmCaller(desk.sim.farm(FarmCaller.TOKEN, FarmProfile.DUMB));
  }

  @Test
  void an_order_is_answered_in_the_contracts_fields() {
    JsonNode answer = farm.post("/execute", OPEN);

    assertThat(answer.path("success").asBoolean()).isTrue();
    assertThat(answer.path("broker").asText()).isEqualTo("sim-test");
    assertThat(answer.path("ticket").isIntegralNumber()).isTrue();
    assertThat(answer.path("price").decimalValue()).isEqualByComparingTo("1.1001");
    assertThat(answer.path("execution_time").asLong()).isEqualTo(Desk.START.getEpochSecond());
    assertThat(answer.path("message").asText()).contains("simulated");
    assertThat(answer.path("simulated").asBoolean()).isTrue();
  }

  @Test
  void a_refused_order_has_the_return_code_and_no_ticket() {
    JsonNode answer = farm.post("/execute", open("0.10", "20"));

    assertThat(answer.path("success").asBoolean()).isFalse();
    assertThat(answer.path("error").asText()).isEqualTo(Retcode.NO_MONEY.sentence());
    assertThat(answer.path("error_code").asText()).isEqualTo("TRADE_RETCODE_NO_MONEY");
    assertThat(answer.path("ticket").isNull()).isTrue();
  }

  @Test
  void positions_are_a_complete_answer() {
    long ticket = farm.post("/execute", OPEN).path("ticket").asLong();
    JsonNode answer = farm.get("/positions");
    JsonNode position = answer.at("/positions/0");

    assertThat(answer.path("complete").asBoolean()).isTrue();
    assertThat(answer.path("connected").asBoolean()).isTrue();
    assertThat(answer.path("count").asInt()).isEqualTo(1);
    assertThat(answer.path("account").asLong()).isEqualTo(7_000_001);
    assertThat(answer.path("clock").asText()).isEqualTo(Desk.START.toString());
    assertThat(answer.path("server_time").asText()).isEqualTo("2024.03.04 02:10:00");
    assertThat(position.path("ticket").asLong()).isEqualTo(ticket);
    assertThat(position.path("type").asText()).isEqualTo("BUY");
    assertThat(position.path("sl").decimalValue()).isEqualByComparingTo("1.095");
    assertThat(position.path("tp").decimalValue()).isEqualByComparingTo("1.105");
    assertThat(position.path("volume").decimalValue()).isEqualByComparingTo("0.1");
    assertThat(position.path("magic").asLong()).isEqualTo(12_345);
    assertThat(position.path("comment").asText()).isEqualTo("BITTEN-1");
    for (String field : new String[] {"broker", "symbol", "open_price", "profit", "swap"}) {
      assertThat(position.has(field)).as(field).isTrue();
    }
    assertThat(position.path("open_time").asText()).isEqualTo(Desk.START.toString());
  }

  @Test
  void a_disconnected_terminals_list_is_not_complete() {
    desk.terminal.set(new Switches(Line.DISCONNECTED, Autotrading.ALLOWED));

    assertThat(farm.get("/positions").path("complete").asBoolean()).isFalse();
    assertThat(farm.get("/health").path("status").asText()).isEqualTo("degraded");
    assertThat(farm.get("/status").at("/brokers/sim-test/connected").asBoolean()).isFalse();
  }

  @Test
  void closing_and_moving_stops_work_on_either_route() {
    long first = farm.post("/execute", OPEN).path("ticket").asLong();
    long second = farm.post("/execute", OPEN).path("ticket").asLong();

    JsonNode moved =
        farm.post(
            "/execute",
            "{\"action\":\"MODIFY_TRADE\",\"ticket\":%d,\"stop_loss\":1.096}".formatted(first));
    assertThat(moved.path("success").asBoolean()).isTrue();
    assertThat(farm.get("/positions").at("/positions/0/sl").decimalValue())
        .isEqualByComparingTo("1.096");
    assertThat(farm.get("/positions").at("/positions/0/tp").decimalValue())
        .isEqualByComparingTo("1.105");
    String part = "{\"ticket\":%d,\"broker\":\"sim-test\",\"volume\":0.04}".formatted(first);
    assertThat(farm.post("/close", part).path("price").decimalValue()).isEqualByComparingTo("1.1");
    assertThat(farm.get("/positions").at("/positions/0/volume").decimalValue())
        .isEqualByComparingTo("0.06");
    String whole = "{\"action\":\"CLOSE_TRADE\",\"ticket\":%d}".formatted(second);
    assertThat(farm.post("/execute", whole).path("ticket").asLong()).isEqualTo(second);
    assertThat(farm.get("/positions").path("count").asInt()).isEqualTo(1);
    assertThat(farm.post("/execute", whole).path("error_code").asText())
        .isEqualTo("TRADE_RETCODE_POSITION_CLOSED");
  }

  @Test
  void a_farm_may_close_through_execute_only() {
    FarmCaller old =
        new FarmCaller(desk.sim.farm(FarmCaller.TOKEN, FarmProfile.DUMB_WITHOUT_CLOSE));
    long ticket = old.post("/execute", OPEN).path("ticket").asLong();

    json(404, old.send("POST", "/close", "{\"ticket\":%d}".formatted(ticket)));
    assertThat(
            old.post("/execute", "{\"action\":\"CLOSE_TRADE\",\"ticket\":%d}".formatted(ticket))
                .path("success")
                .asBoolean())
        .isTrue();
  }

  @Test
  void live_data_has_quotes_accounts_and_specs() {
    JsonNode answer = farm.get("/live_data");
    JsonNode quote = answer.at("/brokers/sim-test/EURUSD");
    JsonNode spec = answer.at("/specs/sim-test/EURUSD");

    assertThat(quote.path("bid").decimalValue()).isEqualByComparingTo("1.1");
    assertThat(quote.path("ask").decimalValue()).isEqualByComparingTo("1.1001");
    assertThat(quote.path("spread").asInt()).isEqualTo(10);
    assertThat(quote.path("time").asText()).isEqualTo(Desk.START.toString());
    assertThat(answer.at("/account/balance").decimalValue()).isEqualByComparingTo("10000");
    assertThat(answer.at("/accounts/sim-test/mode").asText()).isEqualTo("demo");
    assertThat(answer.at("/accounts/sim-test/login").asLong()).isEqualTo(7_000_001);
    assertThat(answer.at("/account/currency").asText()).isEqualTo("USD");
    assertThat(spec.path("tick_value").decimalValue()).isEqualByComparingTo("1");
    assertThat(spec.path("volume_min").decimalValue()).isEqualByComparingTo("0.01");
    assertThat(spec.path("contract_size").decimalValue()).isEqualByComparingTo("100000");
    assertThat(spec.path("filling_mode").asInt()).isEqualTo(3);
    assertThat(answer.toString()).doesNotContainPattern("[0-9]E[+-]?[0-9]");
  }

  @Test
  void an_account_can_be_pinned_and_suffixes_are_its_own() {
    MarketPlayer market = SomeMarket.still(48);
    Desk two =
        new Desk(
            folder.resolve("two"), market, Mt5Sim.demoBrokers(market).toArray(BrokerSpec[]::new));
    FarmCaller both = new FarmCaller(two.sim.farm(FarmCaller.TOKEN, FarmProfile.AWARE));
    String pinned = open("\"EURUSD\"", "\"EURUSD.m\", \"broker\": \"sim-suffix\"");

    assertThat(both.post("/execute", pinned).path("broker").asText()).isEqualTo("sim-suffix");
    assertThat(both.get("/positions", "broker", "sim-suffix").path("count").asInt()).isEqualTo(1);
    assertThat(both.get("/positions", "broker", "sim-demo").path("count").asInt()).isZero();
    assertThat(
            both.post("/execute", open("\"EURUSD\"", "\"EURUSD.m\"")).path("error_code").asText())
        .isEqualTo("TRADE_RETCODE_INVALID");
    assertThat(both.get("/health").path("brokers")).hasSize(2);
  }
}
