package io.bitten.functions;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.bitten.adapters.json.Json;
import io.bitten.core.Event;

/** An event as EventBridge's rule puts it on a queue: our JSON is the {@code detail}. */
final class BusEvent {
  private static final JsonMapper JSON = new JsonMapper();

  private BusEvent() {}

  /**
   * @throws IllegalArgumentException when the message is no event of the bus
   */
  static Event of(SqsMessage message) {
    try {
      JsonNode detail = JSON.readTree(message.body()).path("detail");
      return Json.read(detail.toString(), Event.class);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("message " + message.id() + " is not JSON", e);
    }
  }
}
