package io.bitten.local.engine;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.bitten.local.template.Template;
import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.HttpString;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.Executor;
import software.amazon.awssdk.http.SdkHttpClient;

/**
 * The endpoint that an EventBridge client talks to: AWS's JSON 1.1 protocol, {@code PutEvents}
 * only.
 */
public final class BusDoor implements HttpHandler {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String TARGET = "X-Amz-Target";
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

  private void answer(HttpServerExchange exchange, byte[] body) {
    NearHttp.Answer answer =
        answer(String.valueOf(exchange.getRequestHeaders().getFirst(TARGET)), body);
    exchange.setStatusCode(answer.status());
    answer
        .headers()
        .forEach((name, value) -> exchange.getResponseHeaders().put(new HttpString(name), value));
    exchange.getResponseSender().send(ByteBuffer.wrap(answer.body()));
  }

  /** The way of EventBridge clients of this JVM, without a socket. */
  public SdkHttpClient near() {
    return new NearHttp((headers, body) -> answer(headers.get(TARGET).getFirst(), body));
  }

  private NearHttp.Answer answer(String target, byte[] body) {
    if (!target.equals("AWSEvents.PutEvents")) {
      return fail("UnknownOperationException", target + " is not known to the local bus");
    }
    JsonNode entries;
    try {
      entries = JSON.readTree(body).path("Entries");
    } catch (IOException e) {
      return fail("SerializationException", "the request is not JSON: " + e.getMessage());
    }
    if (!entries.isArray() || entries.isEmpty() || entries.size() > MOST_ENTRIES) {
      return fail("ValidationException", "Entries must have 1..10 members");
    }
    if (body.length > MOST_BYTES) {
      return fail("ValidationException", "Total size of the entries is over the limit");
    }
    return answer(200, put(entries));
  }

  private ObjectNode put(JsonNode entries) {
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

  private static NearHttp.Answer fail(String type, String message) {
    return answer(400, JSON.createObjectNode().put("__type", type).put("message", message));
  }

  private static NearHttp.Answer answer(int status, ObjectNode answer) {
    return new NearHttp.Answer(
        status,
        Map.of("Content-Type", "application/x-amz-json-1.1"),
        answer.toString().getBytes(StandardCharsets.UTF_8));
  }
}
