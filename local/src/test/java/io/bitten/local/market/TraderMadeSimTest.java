package io.bitten.local.market;

import static io.bitten.local.market.SomeMarket.EURUSD;
import static io.bitten.local.market.SomeMarket.MONDAY;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.bitten.core.market.Candle;
import io.bitten.core.market.Timeframe;
import io.bitten.local.loopback.Answer;
import io.bitten.local.loopback.Call;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TraderMadeSimTest {
  private static final Instant NOW = MONDAY.plus(Duration.ofMinutes(30 * 60 + 17));
  private final MarketPlayer market = SomeMarket.player(4);
  private final TraderMadeSim sim = new TraderMadeSim(market, () -> NOW, "demo-key");

  @Test
  void live_quotes_come_in_the_vendors_shape_with_their_own_time() {
    JsonNode answer = json(200, "live", "currency", "EURUSD,UK100");
    JsonNode quote = answer.at("/quotes/0");

    assertThat(answer.path("endpoint").asText()).isEqualTo("live");
    assertThat(answer.path("timestamp").asLong()).isEqualTo(NOW.getEpochSecond());
    assertThat(answer.path("simulated").asBoolean()).isTrue();
    assertThat(quote.path("base_currency").asText() + quote.path("quote_currency").asText())
        .isEqualTo("EURUSD");
    assertThat(quote.path("bid").decimalValue())
        .isEqualByComparingTo(market.quote(EURUSD, NOW).orElseThrow().bid().value());
    assertThat(quote.path("ask").isTextual()).as("numbers and strings are mixed").isTrue();
    assertThat(Instant.parse(quote.path("quote_time").asText()))
        .isBetween(NOW.minusSeconds(1), NOW);
    assertThat(answer.at("/quotes/1/instrument").asText()).isEqualTo("UK100");
    assertThat(answer.at("/quotes/1/error").asInt()).isEqualTo(400);
  }

  @Test
  void a_timeseries_is_the_middle_of_the_closed_candles_and_both_sides_beside_it() {
    JsonNode answer =
        json(
            200,
            "timeseries",
            "currency",
            "EURUSD",
            "interval",
            "hourly",
            "start_date",
            "2024-03-04",
            "end_date",
            "2024-03-06");
    List<Candle> candles = market.candles(EURUSD, Timeframe.H1, NOW, 100);

    assertThat(answer.path("quotes")).hasSize(30).hasSize(candles.size());
    JsonNode last = answer.at("/quotes/29");
    Candle candle = candles.getLast();
    assertThat(last.path("date").asText()).isEqualTo("2024-03-05 05:00:00");
    assertThat(last.path("bid_high").asText()).isEqualTo(candle.bid().high().toString());
    assertThat(last.path("ask_low").asText()).isEqualTo(candle.ask().low().toString());
    assertThat(last.path("high").isTextual()).isTrue();
    assertThat(last.path("close").isNumber()).isTrue();
    assertThat(last.path("close").decimalValue().doubleValue())
        .isBetween(
            candle.bid().close().value().doubleValue(), candle.ask().close().value().doubleValue());
  }

  @Test
  void one_candle_by_its_time() {
    JsonNode candle =
        json(200, "hour_historical", "currency", "EURUSD", "date_time", "2024-03-05-05:00");

    assertThat(candle.path("currency").asText()).isEqualTo("EURUSD");
    assertThat(candle.path("date_time").asText()).isEqualTo("2024-03-05-05:00");
    assertThat(candle.path("endpoint").asText()).isEqualTo("hour_historical");
    assertThat(status("hour_historical", "currency", "EURUSD", "date_time", "2024-03-05-06:00"))
        .as("the current hour has not closed")
        .isEqualTo(204);
    assertThat(status("minute_historical", "currency", "EURUSD", "date_time", "2024-03-05-05:00"))
        .as("the recording has no minutes")
        .isEqualTo(204);
    assertThat(status("hour_historical", "currency", "EURUSD", "date_time", "2024-03-02-05:00"))
        .as("a Saturday")
        .isEqualTo(403);
  }

  @Test
  void what_is_wrong_is_said_in_the_vendors_ways() {
    Answer keyless = sim.answer(Call.get("/api/v1/live", Map.of("currency", "EURUSD")));
    assertThat(((Answer.Reply) keyless).status()).isEqualTo(401);
    assertThat(json(400, "live").path("message").asText()).contains("currency is required");
    assertThat(json(200, "live", "currency", "XXXYYY").path("error").asInt()).isEqualTo(400);
    assertThat(status("nothing")).isEqualTo(404);
    String[] long_range = {
      "currency",
      "EURUSD",
      "interval",
      "minute",
      "start_date",
      "2024-03-04",
      "end_date",
      "2024-03-09"
    };
    assertThat(json(400, "timeseries", long_range).path("message").asText()).contains("2 days");
    String[] bad_date = {"currency", "EURUSD", "start_date", "today", "end_date", "2024-03-09"};
    assertThat(json(400, "timeseries", bad_date).path("message").asText()).contains("start_date");
    String[] future = {"currency", "EURUSD", "start_date", "2024-03-08", "end_date", "2024-03-09"};
    assertThat(status("timeseries", future)).isEqualTo(204);
  }

  private JsonNode json(int status, String endpoint, String... parameters) {
    Answer.Reply reply = reply(endpoint, parameters);
    assertThat(reply.status()).as(reply.body()).isEqualTo(status);
    try {
      return new ObjectMapper().readTree(reply.body());
    } catch (JsonProcessingException e) {
      throw new AssertionError(e);
    }
  }

  private int status(String endpoint, String... parameters) {
    return reply(endpoint, parameters).status();
  }

  private Answer.Reply reply(String endpoint, String... parameters) {
    Map<String, String> query = new HashMap<>(Map.of("api_key", "demo-key"));
    for (int i = 0; i < parameters.length; i += 2) {
      query.put(parameters[i], parameters[i + 1]);
    }
    return (Answer.Reply) sim.answer(Call.get("/api/v1/" + endpoint, query));
  }
}
