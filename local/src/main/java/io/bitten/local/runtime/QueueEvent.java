package io.bitten.local.runtime;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.bitten.local.template.Places;
import java.util.List;

/** The event that Lambda makes of received SQS messages. */
final class QueueEvent {
  private static final ObjectMapper JSON = new ObjectMapper();

  private QueueEvent() {}

  static byte[] of(String queue, List<JsonNode> messages) {
    Places places = Places.unknown();
    ObjectNode event = JSON.createObjectNode();
    ArrayNode records = event.putArray("Records");
    for (JsonNode message : messages) {
      ObjectNode entry = records.addObject();
      entry.set("messageId", message.path("MessageId"));
      entry.set("receiptHandle", message.path("ReceiptHandle"));
      entry.set("body", message.path("Body"));
      entry.set("attributes", attributes(message));
      entry.set("messageAttributes", messageAttributes(message.path("MessageAttributes")));
      entry.set("md5OfBody", message.path("MD5OfBody"));
      entry.put("eventSource", "aws:sqs");
      entry.put("eventSourceARN", places.arn("sqs", queue));
      entry.put("awsRegion", places.region());
    }
    try {
      return JSON.writeValueAsBytes(event);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a tree of JSON nodes cannot be written", e);
    }
  }

  private static ObjectNode attributes(JsonNode message) {
    ObjectNode attributes = JSON.createObjectNode();
    message
        .path("Attributes")
        .properties()
        .forEach(it -> attributes.set(it.getKey(), it.getValue()));
    return attributes;
  }

  private static ObjectNode messageAttributes(JsonNode attributes) {
    ObjectNode written = JSON.createObjectNode();
    attributes
        .properties()
        .forEach(
            it -> {
              ObjectNode attribute = written.putObject(it.getKey());
              JsonNode value = it.getValue();
              if (value.has("StringValue")) {
                attribute.set("stringValue", value.path("StringValue"));
              }
              if (value.has("BinaryValue")) {
                attribute.set("binaryValue", value.path("BinaryValue"));
              }
              attribute.putArray("stringListValues");
              attribute.putArray("binaryListValues");
              attribute.set("dataType", value.path("DataType"));
            });
    return written;
  }

  /** The message's group; empty in a standard queue. */
  static String group(JsonNode message) {
    return message.path("Attributes").path("MessageGroupId").asText("");
  }
}
