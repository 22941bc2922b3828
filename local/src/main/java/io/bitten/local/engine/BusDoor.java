package io.bitten.local.engine;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.bitten.local.template.Template;
import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.Headers;
import java.io.IOException;
import java.time.InstantSource;
import java.util.concurrent.Executor;

/**
 * The endpoint that an EventBridge client talks to: AWS's JSON 1.1 protocol, {@code PutEvents}
 * only.
 */
public final class BusDoor implements HttpHandler {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int MOST_ENTRIES = 10;

  /** A request of PutEvents may have 1 MB. */
  private static final int MOST_BYTES = 1_048_576;

  private final EventBus bus;
  private final Executor executor;

  /**
   * @param sqs where the targets' queues are
   * @param executor runs the sending
   */
  public BusDoor(Template template, SqsWire sqs, InstantSource time, Executor executor) {
    this.bus = new EventBus(template, sqs, time);
    this.executor = executor;
  }

  @Override
  public void handleRequest(HttpServerExchange exchange) {
    exchange
        .getRequestReceiver()
        .receiveFullBytes(
            (it, body) -> it.dispatch(executor, dispatched -> answer(dispatched, body)));
  }

  private void answer(HttpServerExchange exchange, byte[] body) throws Exception {
    String target = String.valueOf(exchange.getRequestHeaders().getFirst("X-Amz-Target"));
    if (!target.equals("AWSEvents.PutEvents")) {
      fail(exchange, "UnknownOperationException", target + " is not known to the local bus");
      return;
    }
    JsonNode entries;
    try {
      entries = JSON.readTree(body).path("Entries");
    } catch (IOException e) {
      fail(exchange, "SerializationException", "the request is not JSON: " + e.getMessage());
      return;
    }
    if (!entries.isArray() || entries.isEmpty() || entries.size() > MOST_ENTRIES) {
      fail(exchange, "ValidationException", "Entries must have 1..10 members");
      return;
    }
    if (body.length > MOST_BYTES) {
      fail(exchange, "ValidationException", "Total size of the entries is over the limit");
      return;
    }
    send(exchange, 200, put(entries));
  }

  private ObjectNode put(JsonNode entries) throws Exception {
    ObjectNode answer = JSON.createObjectNode();
    ArrayNode results = JSON.createArrayNode();
    int failed = 0;
    for (JsonNode entry : entries) {
      ObjectNode result = bus.put(entry);
      failed += result.has("ErrorCode") ? 1 : 0;
      results.add(result);
    }
    answer.put("FailedEntryCount", failed);
    answer.set("Entries", results);
    return answer;
  }

  private static void fail(HttpServerExchange exchange, String type, String message) {
    send(exchange, 400, JSON.createObjectNode().put("__type", type).put("message", message));
  }

  private static void send(HttpServerExchange exchange, int status, ObjectNode answer) {
    exchange.setStatusCode(status);
    exchange.getResponseHeaders().put(Headers.CONTENT_TYPE, "application/x-amz-json-1.1");
    exchange.getResponseSender().send(answer.toString());
  }
}
