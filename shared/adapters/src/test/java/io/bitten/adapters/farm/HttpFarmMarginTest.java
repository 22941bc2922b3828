package io.bitten.adapters.farm;

import static org.assertj.core.api.Assertions.assertThat;

import io.bitten.core.relay.Answer;
import io.bitten.core.relay.Look;
import io.bitten.core.relay.RouteHealth;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An account that nets positions opens none for us, wherever its farm tells of it. */
final class HttpFarmMarginTest {
  private static final String CONNECTED = "\"connected\": true";

  private final TinyFarm tiny = new TinyFarm();
  private final HttpFarm farm = HttpFarmTest.farm(tiny.url());

  @BeforeEach
  void lists() {
    tiny.answer("/status", 200, brokers(CONNECTED));
    tiny.answer("/positions", 200, "{\"positions\": [], \"count\": 0}");
    live("\"leverage\": 100");
    tiny.answer("/execute", 200, HttpFarmTest.DONE);
    tiny.answer("/close", 200, HttpFarmTest.DONE);
  }

  @AfterEach
  void close() {
    tiny.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"margin_mode\": \"netting\"",
        "\"margin_mode\": \"exchange\"",
        "\"margin_mode\": 0",
        "\"margin_mode\": 1",
        "\"margin_mode\": [\"hedging\"]",
        "\"hedging\": false",
        "\"hedging\": \"perhaps\""
      })
  void what_is_not_said_to_be_hedging_opens_nothing_and_is_looked_at_all_the_same(String said) {
    live(said);
    assertThat(farm.look()).isInstanceOf(Look.Complete.class);
    refused();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"margin_mode\": \"hedging\"",
        "\"margin_mode\": \"ACCOUNT_MARGIN_MODE_RETAIL_HEDGING\"",
        "\"margin_mode\": 2",
        "\"margin_mode\": null",
        "\"margin_mode\": \"\"",
        "\"hedging\": true",
        "\"leverage\": 100"
      })
  void hedging_and_a_farm_that_says_nothing_open(String said) {
    live(said);
    assertThat(farm.look()).isInstanceOf(Look.Complete.class);
    assertThat(farm.open(HttpFarmTest.entry())).isEqualTo(HttpFarmTest.FILLED);
  }

  @Test
  void it_is_read_from_the_status_and_may_change() {
    tiny.answer("/status", 200, brokers(CONNECTED + ", \"margin_mode\": \"netting\""));
    farm.look();
    refused();
    tiny.answer("/status", 200, brokers(CONNECTED + ", \"margin_mode\": \"hedging\""));
    farm.look();
    assertThat(farm.open(HttpFarmTest.entry())).isEqualTo(HttpFarmTest.FILLED);
  }

  @Test
  void it_is_read_from_the_health_once() {
    tiny.answer("/health", 200, brokers("\"margin_mode\": \"netting\""));
    farm.look();
    farm.look();
    refused();
    assertThat(tiny.count("/health")).isEqualTo(1);
  }

  @Test
  void a_health_that_does_not_answer_is_not_asked_for_ever_and_spoils_no_look() {
    tiny.answer("/health", 500, "{}");
    for (int look = 0; look < 10; look++) {
      assertThat(farm.look()).isInstanceOf(Look.Complete.class);
    }
    assertThat(tiny.count("/health")).as("three looks of three tries").isEqualTo(9);
  }

  @Test
  void the_check_says_so() {
    tiny.answer("/health", 200, "{\"status\": \"healthy\"}");
    assertThat(farm.health()).isInstanceOf(RouteHealth.Up.class);
    live("\"hedging\": false");
    assertThat(farm.health())
        .isInstanceOfSatisfying(
            RouteHealth.Down.class,
            down -> assertThat(down.why()).contains("broker1", "not a hedging account"));
  }

  @Test
  void what_is_open_on_it_is_closed_all_the_same() {
    live("\"hedging\": false");
    farm.look();
    assertThat(farm.close(HttpFarmTest.CLOSE)).isInstanceOf(Answer.Done.class);
  }

  private void refused() {
    assertThat(farm.open(HttpFarmTest.entry()))
        .isInstanceOfSatisfying(
            Answer.No.class,
            no -> {
              assertThat(no.code()).isEqualTo("NETTING_ACCOUNT");
              assertThat(no.sentence()).contains("not a hedging account");
            });
    assertThat(tiny.count("/execute")).isZero();
  }

  private void live(String said) {
    tiny.answer(
        "/live_data",
        200,
        """
        {"brokers": {"broker1": {}}, "accounts": {"broker1": {"balance": 10000.00, %s,
          "equity": 10004.20, "margin": 36.67, "free_margin": 9967.53, "currency": "USD"}}}\
        """
            .formatted(said));
  }

  private static String brokers(String fields) {
    return "{\"status\": \"healthy\", \"brokers\": {\"broker1\": {" + fields + "}}}";
  }
}
