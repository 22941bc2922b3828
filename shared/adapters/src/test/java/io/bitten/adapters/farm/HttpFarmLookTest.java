package io.bitten.adapters.farm;

import static org.assertj.core.api.Assertions.assertThat;

import io.bitten.core.Some;
import io.bitten.core.account.Magic;
import io.bitten.core.account.Position;
import io.bitten.core.market.Level;
import io.bitten.core.market.Price;
import io.bitten.core.memory.ManualTime;
import io.bitten.core.order.ExitReason;
import io.bitten.core.relay.Answer;
import io.bitten.core.relay.Deal;
import io.bitten.core.relay.Entry;
import io.bitten.core.relay.History;
import io.bitten.core.relay.Look;
import io.bitten.core.relay.RouteHealth;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class HttpFarmLookTest {
  private final TinyFarm tiny = new TinyFarm();
  private final HttpFarm farm = HttpFarmTest.farm(tiny.url());

  @AfterEach
  void close() {
    tiny.close();
  }

  @Test
  void a_look_is_complete_only_when_every_part_of_it_is() {
    lists();
    assertThat(farm.look())
        .isInstanceOfSatisfying(
            Look.Complete.class,
            look -> {
              assertThat(look.snapshot().positions()).hasSize(1);
              assertThat(look.snapshot().positions().getFirst().stopLoss())
                  .isEqualTo(Level.at(Price.of("1.09800")));
              assertThat(look.comments()).containsValue(Some.ORDER.value());
              assertThat(look.snapshot().balance()).isEqualTo(Some.usd("10000"));
              assertThat(look.snapshot().quotes()).containsKey(Some.EURUSD);
              assertThat(look.snapshot().specs().get(Some.EURUSD).terminalName())
                  .isEqualTo("EURUSD.m");
            });
    tiny.answer("/status", 200, status("false"));
    assertThat(farm.look()).isInstanceOf(Look.Incomplete.class);
    tiny.answer("/status", 200, status("true"));
    tiny.answer("/positions", 200, positions("2"));
    assertThat(farm.look()).isInstanceOf(Look.Incomplete.class);
    tiny.answer("/positions", 200, positions("1"));
    tiny.answer("/live_data", 200, live("999"));
    assertThat(farm.look()).isInstanceOf(Look.Incomplete.class);
    tiny.answer("/live_data", 500, live("500123"));
    assertThat(farm.look()).isInstanceOf(Look.Incomplete.class);
  }

  @Test
  void a_look_is_as_old_as_the_oldest_thing_it_tells() {
    lists();
    HttpFarm slow =
        HttpFarmTest.farm(tiny.url(), () -> Some.NOW.plusSeconds(tiny.requests().size()));

    Look.Complete look = (Look.Complete) slow.look();

    assertThat(tiny.requests().get(1).path()).as("the second question").startsWith("/positions");
    assertThat(look.snapshot().at()).isEqualTo(Some.NOW.plusSeconds(1));
  }

  @Test
  void a_magic_that_no_order_of_ours_can_have_is_nobodys_and_blinds_nobody() {
    lists();
    for (String foreign : List.of("-1", "9007199254740992", "18446744073709551615")) {
      tiny.answer("/positions", 200, positions("1").replace(Some.magic().toString(), foreign));
      assertThat(((Look.Complete) farm.look()).snapshot().positions())
          .extracting(Position::magic)
          .containsExactly(new Magic(0));
    }
    String unreadable = positions("1").replace("\"volume\": 0.10", "\"volume\": 0");
    tiny.answer("/positions", 200, unreadable);
    assertThat(farm.look()).isInstanceOf(Look.Incomplete.class);
    tiny.answer(
        "/positions",
        200,
        unreadable.replace(Some.magic().toString(), "4711").replace(Some.ORDER.value(), "grid"));
    assertThat(((Look.Complete) farm.look()).snapshot().positions()).isEmpty();
  }

  @Test
  void a_position_in_what_is_no_pair_is_left_out_when_nothing_says_that_it_is_ours() {
    lists();
    String gold = positions("1").replace("EURUSD", "GOLD");
    String noMagic = gold.replace(Some.magic().toString(), "0");
    String untold = noMagic.replace("\"magic\": 0, ", "").replace(Some.ORDER.value(), "");
    for (String ours : List.of(gold.replace(Some.ORDER.value(), ""), noMagic, untold)) {
      tiny.answer("/positions", 200, ours);
      assertThat(farm.look()).isInstanceOf(Look.Incomplete.class);
    }
    tiny.answer("/positions", 200, noMagic.replace(Some.ORDER.value(), "by hand"));
    assertThat(((Look.Complete) farm.look()).snapshot().positions()).isEmpty();
  }

  @Test
  void times_of_the_brokers_clock_are_read_by_what_its_ticks_have_taught() {
    ManualTime time = new ManualTime(Some.NOW);
    HttpFarm ahead = HttpFarmTest.farm(tiny.url(), time);
    lists();
    tiny.answer(
        "/positions", 200, positions("1").replace("\"2024-01-02T10:00:02Z\"", "1704196802"));
    for (int look = 0; look < 2; look++) {
      long shown = time.instant().plusSeconds(7_200).getEpochSecond();
      tiny.answer(
          "/live_data", 200, live("500123").replace("\"2024-01-02T10:00:00Z\"", "" + shown));
      Look.Complete seen = (Look.Complete) ahead.look();
      assertThat(seen.snapshot().quotes().containsKey(Some.EURUSD))
          .as("a quote of the future is left out until the clock is known")
          .isEqualTo(look > 0);
      if (look > 0) {
        assertThat(seen.snapshot().quotes().get(Some.EURUSD).at()).isEqualTo(time.instant());
        assertThat(seen.snapshot().positions().getFirst().openedAt())
            .isEqualTo(Some.NOW.plusSeconds(2));
      }
      time.advance(Duration.ofSeconds(5));
    }
  }

  @Test
  void deals_of_the_brokers_clock_are_no_history_until_it_is_known() {
    ManualTime time = new ManualTime(Some.NOW);
    HttpFarm ahead = HttpFarmTest.farm(tiny.url(), time);
    lists();
    long closed = Some.NOW.minusSeconds(60).getEpochSecond();
    tiny.answer("/history", 200, history(closed + 10_800));
    for (int look = 0; look < 2; look++) {
      long shown = time.instant().plusSeconds(10_800).getEpochSecond();
      tiny.answer(
          "/live_data", 200, live("500123").replace("\"2024-01-02T10:00:00Z\"", "" + shown));
      assertThat(ahead.look())
          .as("its positions are looked after")
          .isInstanceOf(Look.Complete.class);
      if (look == 0) {
        assertThat(ahead.history(Some.NOW)).isInstanceOf(History.Incomplete.class);
      }
      time.advance(Duration.ofSeconds(5));
    }
    assertThat(ahead.history(Some.NOW))
        .isInstanceOfSatisfying(
            History.Complete.class,
            history ->
                assertThat(history.deals().getFirst().at().getEpochSecond()).isEqualTo(closed));
  }

  @Test
  void an_entry_whose_time_is_up_after_all_preparation_does_not_leave() {
    Entry entry = HttpFarmTest.entry();
    assertThat(HttpFarmTest.farm(tiny.url(), InstantSource.fixed(entry.deadline())).open(entry))
        .isInstanceOf(Answer.NotSent.class);
    assertThat(tiny.count("/execute")).isZero();
  }

  @Test
  void questions_are_repeated_at_most_three_times() {
    tiny.answer("/status", 503, "{}");
    assertThat(farm.look()).isInstanceOf(Look.Incomplete.class);
    assertThat(tiny.count("/status")).isEqualTo(3);
  }

  @Test
  void a_farm_without_history_says_so_and_a_broken_one_does_not() {
    assertThat(farm.history(Some.NOW)).isEqualTo(new History.NotOffered());
    tiny.answer("/history", 500, "{}");
    assertThat(farm.history(Some.NOW)).isInstanceOf(History.Incomplete.class);
  }

  @Test
  void deals_are_read_with_their_money_and_reason() {
    lists();
    farm.look();
    tiny.answer("/history", 200, history(1_704_190_000));
    assertThat(farm.history(Some.NOW))
        .isInstanceOfSatisfying(
            History.Complete.class,
            history -> {
              Deal deal = history.deals().getFirst();
              assertThat(deal.net()).isEqualTo(Some.usd("-21.06"));
              assertThat(deal.reason()).isEqualTo(ExitReason.STOP_LOSS);
              assertThat(deal.side()).isEqualTo(Deal.Side.EXIT);
            });
    tiny.answer("/history", 200, "{\"complete\": false, \"deals\": []}");
    assertThat(farm.history(Some.NOW)).isInstanceOf(History.Incomplete.class);
  }

  @Test
  void health_says_whether_the_terminal_is_there() {
    lists();
    tiny.answer("/health", 200, "{\"status\": \"healthy\"}");
    assertThat(farm.health()).isInstanceOf(RouteHealth.Up.class);
    tiny.answer("/status", 200, status("false"));
    assertThat(farm.health()).isInstanceOf(RouteHealth.Down.class);
  }

  private static String history(long time) {
    return """
    {"complete": true, "deals": [
      {"ticket": 3, "position": 0, "type": "BALANCE", "profit": 10000},
      {"ticket": 4, "position": 900001, "symbol": "EURUSD.m", "type": "SELL", "entry": "OUT",
       "volume": 0.10, "price": 1.098, "profit": -20.01, "swap": -0.35, "commission": -0.7,
       "magic": 0, "comment": "", "reason": "SL", "time": %d}]}\
    """
        .formatted(time);
  }

  private void lists() {
    tiny.answer("/status", 200, status("true"));
    tiny.answer("/positions", 200, positions("1"));
    tiny.answer("/live_data", 200, live("500123"));
  }

  private static String status(String connected) {
    return "{\"brokers\": {\"broker1\": {\"connected\": " + connected + "}}}";
  }

  private static String positions(String count) {
    return """
    {"positions": [{"broker": "broker1", "ticket": 900001, "symbol": "EURUSD.m", "type": "BUY",
      "volume": 0.10, "open_price": 1.10001, "sl": 1.09800, "tp": 1.10300, "profit": 4.2,
      "swap": 0, "commission": -0.7, "magic": %d, "comment": "%s",
      "open_time": "2024-01-02T10:00:02Z"}], "count": %s, "timestamp": 1704189600}\
    """
        .formatted(Some.magic().value(), Some.ORDER, count);
  }

  private static String live(String login) {
    return """
    {"brokers": {"broker1": {"EURUSD.m": {"bid": 1.09992, "ask": 1.10000, "spread": 8,
        "time": "2024-01-02T10:00:00Z"}, "US500": {"bid": 1, "ask": 2, "time": 1}}},
     "accounts": {"broker1": {"login": %s, "server": "Demo-Server", "balance": 10000.00,
        "equity": 10004.20, "margin": 36.67, "free_margin": 9967.53, "currency": "USD"}},
     "specs": {"broker1": {"EURUSD.m": {"digits": 5, "contract_size": 100000,
        "tick_size": 0.00001, "tick_value": 1.00, "volume_min": 0.01, "volume_step": 0.01,
        "volume_max": 50, "stops_level": 10}}}}\
    """
        .formatted(login);
  }
}
