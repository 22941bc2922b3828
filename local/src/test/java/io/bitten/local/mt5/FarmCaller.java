package io.bitten.local.mt5;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.bitten.adapters.farm.FarmSettings;
import io.bitten.local.loopback.Answer;
import io.bitten.local.loopback.Call;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/** Calls a farm as a relay would, without a network. */
final class FarmCaller {
  static final String TOKEN = "fake-farm-token";
  static final String OPEN =
      """
      {"action": "OPEN_TRADE", "symbol": "EURUSD", "direction": "BUY", "lot_size": 0.10,
       "stop_loss": 1.0950, "take_profit": 1.1050, "comment": "BITTEN-1",
       "magic_number": 12345, "timestamp": 1672531200}\
      """;

  final Farm farm;

  FarmCaller(Farm farm) {
    this.farm = farm;
  }

  JsonNode get(String path, String... query) {
    return json(200, send("GET", path, "", query));
  }

  JsonNode post(String path, String body) {
    return json(200, send("POST", path, body));
  }

  /** How a relay reaches it, with the patience that a busy machine needs. */
  static FarmSettings settings(URI uri, String broker) {
    Duration longest = Duration.ofSeconds(60);
    return new FarmSettings(uri, TOKEN, broker, Map.of(), longest, longest, longest, 3);
  }

  Answer send(String method, String path, String body, String... query) {
    Map<String, String> parameters = new HashMap<>();
    for (int i = 0; i < query.length; i += 2) {
      parameters.put(query[i], query[i + 1]);
    }
    return farm.answer(
        new Call(
            method,
            path,
            parameters,
            Map.of("authorization", "Bearer " + TOKEN),
            body.getBytes(StandardCharsets.UTF_8),
            System.nanoTime()));
  }

  /** The opening order with some of its text replaced. */
  static String open(String from, String to) {
    assertThat(OPEN).contains(from);
    return OPEN.replace(from, to);
  }

  static JsonNode json(int status, Answer answer) {
    assertThat(answer).isInstanceOf(Answer.Reply.class);
    Answer.Reply reply = (Answer.Reply) answer;
    assertThat(reply.status()).as(reply.body()).isEqualTo(status);
    try {
      return Wire.mapper().readTree(reply.body());
    } catch (JsonProcessingException e) {
      throw new AssertionError(reply.body(), e);
    }
  }
}
