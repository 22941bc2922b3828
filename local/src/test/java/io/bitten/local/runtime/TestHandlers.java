package io.bitten.local.runtime;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.eventbridge.EventBridgeClient;
import software.amazon.awssdk.services.eventbridge.model.PutEventsRequestEntry;

/**
 * Tiny handlers that stand for the platform's: a door, a listener, a worker. A message that fails
 * is shown again at once, so that its queue may hide what is in hand for as long as a slow machine
 * needs.
 */
final class TestHandlers implements HandlerFactory {
  private static final ObjectMapper JSON = new ObjectMapper();

  final List<String> steps = new CopyOnWriteArrayList<>();
  final List<JsonNode> notes = new CopyOnWriteArrayList<>();
  final List<JsonNode> ticks = new CopyOnWriteArrayList<>();
  final Map<String, Integer> failuresLeft = new ConcurrentHashMap<>();

  /** A step fails until the other is done. */
  final Map<String, String> waitsFor = new ConcurrentHashMap<>();

  /** Counted down when the slow one is interrupted. */
  final CountDownLatch cutOff = new CountDownLatch(1);

  private final EventBridgeClient bus;
  private final DynamoDbClient tables;
  private final Again again;

  /** Shows a message of this queue again at once. */
  interface Again {
    void show(String queue, String receipt);
  }

  TestHandlers(EventBridgeClient bus, DynamoDbClient tables, Again again) {
    this.bus = bus;
    this.tables = tables;
    this.again = again;
  }

  @Override
  public RequestStreamHandler create(String className) {
    return switch (className) {
      case "test.Door" -> (in, out, context) -> out.write(door(JSON.readTree(in)));
      case "test.Slow" -> (in, out, context) -> out.write(slow());
      case "test.Note" -> (in, out, context) -> out.write(note(JSON.readTree(in)));
      case "test.Step" -> (in, out, context) -> out.write(step(JSON.readTree(in)));
      default -> throw new IllegalStateException("no handler " + className);
    };
  }

  private byte[] door(JsonNode event) throws IOException {
    if (event.path("source").asText().equals("aws.scheduler")) {
      ticks.add(event);
      return new byte[0];
    }
    return switch (event.path("routeKey").asText()) {
      case "POST /orders/{id}" -> publish(event);
      case "GET /orders/{id}" -> JSON.writeValueAsBytes(event);
      default -> rest(event);
    };
  }

  private byte[] publish(JsonNode event) {
    PutEventsRequestEntry entry =
        PutEventsRequestEntry.builder()
            .eventBusName("bus-test")
            .source("test")
            .detailType("noted")
            .detail(event.path("body").asText())
            .build();
    bus.putEvents(put -> put.entries(entry));
    return "{\"statusCode\":202,\"headers\":{\"x-test\":\"yes\"},\"cookies\":[\"a=1\"],\"body\":\"ok\"}"
        .getBytes();
  }

  private byte[] rest(JsonNode event) {
    switch (event.path("pathParameters").path("rest").asText()) {
      case "throw" -> throw new IllegalStateException("the handler failed on purpose");
      case "binary" -> {
        return "{\"statusCode\":200,\"isBase64Encoded\":true,\"body\":\"AAEC\"}".getBytes();
      }
      default -> {}
    }
    return "{\"plain\":true}".getBytes();
  }

  private byte[] slow() {
    try {
      new CountDownLatch(1).await(1, TimeUnit.MINUTES);
    } catch (InterruptedException e) {
      cutOff.countDown();
    }
    return "{\"statusCode\":200}".getBytes();
  }

  private byte[] note(JsonNode event) throws IOException {
    ObjectNode answer = JSON.createObjectNode();
    ArrayNode failures = answer.putArray("batchItemFailures");
    for (JsonNode message : event.path("Records")) {
      JsonNode envelope = JSON.readTree(message.path("body").asText());
      String id = envelope.path("detail").path("id").asText();
      if (failuresLeft.getOrDefault(id, 0) > 0) {
        failuresLeft.merge(id, -1, Integer::sum);
        failures.addObject().set("itemIdentifier", message.path("messageId"));
        again.show("notes-test", message.path("receiptHandle").asText());
        continue;
      }
      tables.putItem(
          put ->
              put.tableName("things-test")
                  .item(Map.of("pk", text(id), "sk", text("note"), "owner", text("o")))
                  .conditionExpression("attribute_not_exists(pk)"));
      notes.add(envelope);
    }
    return JSON.writeValueAsBytes(answer);
  }

  private byte[] step(JsonNode event) throws IOException {
    ObjectNode answer = JSON.createObjectNode();
    ArrayNode failures = answer.putArray("batchItemFailures");
    Set<String> stopped = new HashSet<>();
    for (JsonNode message : event.path("Records")) {
      String body = message.path("body").asText();
      String group = message.path("attributes").path("MessageGroupId").asText();
      if (fails(body)) {
        stopped.add(group);
      }
      if (stopped.contains(group)) {
        failures.addObject().set("itemIdentifier", message.path("messageId"));
        again.show("steps-test.fifo", message.path("receiptHandle").asText());
      } else {
        steps.add(group + ":" + body);
      }
    }
    return JSON.writeValueAsBytes(answer);
  }

  private boolean fails(String body) {
    boolean counted = failuresLeft.getOrDefault(body, 0) > 0;
    if (counted) {
      failuresLeft.merge(body, -1, Integer::sum);
    }
    return counted || waitsFor.containsKey(body) && !steps.contains(waitsFor.get(body));
  }

  static AttributeValue text(String value) {
    return AttributeValue.fromS(value);
  }
}
