package io.bitten.adapters.farm;

import static org.assertj.core.api.Assertions.assertThat;

import io.bitten.adapters.json.Fields;
import io.bitten.core.Some;
import io.bitten.core.account.Ticket;
import io.bitten.core.market.Direction;
import io.bitten.core.market.Level;
import io.bitten.core.market.Lots;
import io.bitten.core.market.Price;
import io.bitten.core.market.Symbol;
import io.bitten.core.relay.Answer;
import io.bitten.core.relay.Entry;
import io.bitten.core.relay.PositionClose;
import io.bitten.core.relay.Retcode;
import io.bitten.core.relay.StopChange;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

final class HttpFarmTest {
  static final String DONE =
      """
      {"success": true, "broker": "broker1", "ticket": 12345678, "message": "ok",
       "execution_time": 1672531201, "price": 1.10001}\
      """;
  static final Answer FILLED =
      new Answer.Done(new Ticket(12_345_678), Price.of("1.10001"), Lots.of("0.10"));
  static final PositionClose CLOSE =
      new PositionClose(
          "C1N1", new Ticket(900_001), Some.EURUSD, Direction.BUY, Lots.of("0.10"), Some.magic());

  private final TinyFarm tiny = new TinyFarm();
  private final HttpFarm farm = farm(tiny.url());

  @AfterEach
  void close() {
    tiny.close();
  }

  @Test
  void an_entry_carries_the_contracts_fields_and_ours() {
    tiny.answer("/execute", 200, DONE);
    assertThat(farm.open(entry())).isEqualTo(FILLED);
    TinyFarm.Request request = tiny.requests().getFirst();
    Fields body = Fields.of(request.body().getBytes(StandardCharsets.UTF_8));
    assertThat(request.headers()).contains("Authorization: Bearer not-a-real-token");
    assertThat(body.text("action", 20)).isEqualTo("OPEN_TRADE");
    assertThat(body.text("symbol", 20)).isEqualTo("EURUSD.m");
    assertThat(body.text("direction", 20)).isEqualTo("BUY");
    assertThat(body.decimal("lot_size")).isEqualByComparingTo("0.10");
    assertThat(body.decimal("stop_loss")).isEqualByComparingTo("1.09800");
    assertThat(body.decimal("take_profit")).isEqualByComparingTo("1.10300");
    assertThat(body.whole("magic_number")).isEqualTo(Some.magic().value());
    assertThat(body.text("comment", 26)).isEqualTo(Some.ORDER.value());
    assertThat(body.text("order_id", 26)).isEqualTo(Some.ORDER.value());
    assertThat(body.text("broker", 26)).isEqualTo("broker1");
    assertThat(body.whole("timestamp")).isEqualTo(Some.NOW.getEpochSecond());
    assertThat(body.whole("deadline_ms")).isEqualTo(Some.NOW.plusSeconds(8).toEpochMilli());
    assertThat(body.whole("epoch")).isEqualTo(7);
  }

  @ParameterizedTest
  @ValueSource(ints = {500, 502, 503, 504, 301, 307, 308, 401, 403, 404, 408, 429})
  void a_bare_status_is_unknown(int status) {
    tiny.answer("/execute", status, "<html>gateway</html>");
    assertThat(farm.open(entry())).isInstanceOf(Answer.Unknown.class);
    assertThat(tiny.requests()).hasSize(1);
  }

  @Test
  void even_a_success_under_an_error_status_is_unknown() {
    tiny.answer("/execute", 500, DONE);
    assertThat(farm.open(entry())).isInstanceOf(Answer.Unknown.class);
    tiny.answer("/execute", 202, DONE);
    assertThat(farm.open(entry())).isInstanceOf(Answer.Pending.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "null",
        "[]",
        "{",
        "{}",
        "{\"success\": \"yes\"}",
        "{\"success\": true, \"ticket\": 5, \"price\": 1.1, \"order_id\": \"AAAAAAAAAAAAAAAA\"}",
        "{\"success\": true, \"ticket\": 5, \"price\": 1.1, \"magic_number\": 7}",
        "{\"success\": true, \"ticket\": 5, \"price\": 1.1, \"broker\": \"broker2\"}",
        "{\"success\": true, \"ticket\": 5, \"price\": 1.1, \"retcode\": 10019}",
        "{\"success\": true, \"ticket\": 5, \"price\": 1.1, \"retcode\": 77}",
        "{\"success\": true, \"ticket\": 5, \"price\": -1}x",
        "{\"success\": false, \"error\": \"Insufficient margin\"}",
        "{\"success\": false, \"error\": \"?\", \"error_code\": \"SOMETHING_ELSE\"}",
        "{\"success\": false, \"error\": \"Farm request timeout\", \"fallback\": \"local_bridge\","
            + " \"retry_count\": 3}"
      })
  void an_answer_that_proves_nothing_is_unknown(String body) {
    tiny.answer("/execute", 200, body);
    assertThat(farm.open(entry())).isInstanceOf(Answer.Unknown.class);
  }

  @Test
  void an_answer_longer_than_the_limit_is_unknown() {
    tiny.answer("/execute", 200, "{\"success\": true, \"x\": \"" + "y".repeat(2 << 20) + "\"}");
    assertThat(farm.open(entry())).isInstanceOf(Answer.Unknown.class);
  }

  @ParameterizedTest
  @EnumSource(Retcode.class)
  void every_return_code_of_a_refusal_has_its_one_meaning(Retcode code) {
    for (String written :
        new String[] {"\"" + code.label() + "\"", "\"" + code.code() + "\"", "" + code.code()}) {
      tiny.answer(
          "/execute",
          200,
          "{\"success\": false, \"error\": \"no\", \"error_code\": "
              + written
              + ", \"ticket\": null}");
      Answer answer = farm.open(entry());
      if (code.meaning() == Retcode.Meaning.NO) {
        assertThat(answer).isEqualTo(new Answer.No(code.label(), "no"));
      } else {
        assertThat(answer).isInstanceOf(Answer.Unknown.class);
      }
    }
  }

  @Test
  void a_nested_result_is_read() {
    tiny.answer(
        "/execute",
        200,
        "{\"success\": true, \"broker\": \"broker1\", \"result\": {\"retcode\": 10009,"
            + " \"ticket\": 12345678, \"price\": 1.10001}}");
    assertThat(farm.open(entry())).isEqualTo(FILLED);
  }

  @Test
  void a_smaller_volume_is_a_part() {
    tiny.answer(
        "/execute", 200, "{\"success\": true, \"ticket\": 7, \"price\": 1.1, \"volume\": 0.04}");
    assertThat(farm.open(entry()))
        .isEqualTo(new Answer.Partial(new Ticket(7), Price.of("1.1"), Lots.of("0.04")));
  }

  @Test
  void done_without_ticket_or_price_is_left_to_the_brokers_lists() {
    tiny.answer("/execute", 200, "{\"success\": true, \"ticket\": 7}");
    assertThat(farm.open(entry())).isInstanceOf(Answer.DoneUntold.class);
  }

  @Test
  void a_close_goes_by_ticket_and_falls_back_where_the_path_is_missing() {
    tiny.answer("/close", 404, "not found");
    tiny.answer("/execute", 200, DONE);
    assertThat(farm.close(CLOSE)).isEqualTo(FILLED);
    assertThat(tiny.requests().getLast().body()).contains("CLOSE_TRADE").contains("900001");
  }

  @Test
  void a_close_that_the_terminal_refused_does_not_fall_back() {
    tiny.answer(
        "/close",
        404,
        "{\"success\": false, \"error\": \"gone\", \"error_code\":"
            + " \"TRADE_RETCODE_POSITION_CLOSED\"}");
    assertThat(farm.close(CLOSE)).isEqualTo(new Answer.No("TRADE_RETCODE_POSITION_CLOSED", "gone"));
    assertThat(tiny.requests()).hasSize(1);
  }

  @Test
  void a_change_of_the_stop_names_the_ticket() {
    tiny.answer("/execute", 200, "{\"success\": true, \"ticket\": 900001}");
    StopChange change =
        new StopChange(
            "id",
            new Ticket(900_001),
            Some.EURUSD,
            Price.of("1.09"),
            Level.at(Price.of("1.11")),
            Some.magic());
    assertThat(farm.modify(change)).isInstanceOf(Answer.DoneUntold.class);
    assertThat(tiny.requests().getFirst().body()).contains("MODIFY_TRADE").contains("900001");
  }

  @Test
  void after_a_reset_the_farm_is_spoken_to_anew() {
    tiny.answer("/execute", 200, DONE);
    farm.reset();
    assertThat(farm.open(entry())).isEqualTo(FILLED);
  }

  static Entry entry() {
    return new Entry(
        Some.ORDER,
        1,
        Some.magic(),
        Some.EURUSD,
        Direction.BUY,
        Lots.of("0.10"),
        Price.of("1.09800"),
        Price.of("1.10300"),
        20,
        Some.NOW.plusSeconds(8),
        7,
        0);
  }

  static HttpFarm farm(URI url) {
    return farm(url, InstantSource.fixed(Some.NOW));
  }

  /** Waits as long as a busy machine needs. */
  static HttpFarm farm(URI url, InstantSource time) {
    Map<Symbol, String> names = Map.of(new Symbol("EURUSD"), "EURUSD.m");
    Duration longest = Duration.ofSeconds(30);
    FarmSettings settings =
        new FarmSettings(url, "not-a-real-token", "broker1", names, longest, longest, longest, 3);
    return new HttpFarm(Some.ACCOUNT, settings, time);
  }
}
