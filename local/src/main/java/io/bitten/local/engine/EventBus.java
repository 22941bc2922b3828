package io.bitten.local.engine;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.bitten.local.template.Places;
import io.bitten.local.template.Rule;
import io.bitten.local.template.Template;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import software.amazon.event.ruler.Machine;

/**
 * EventBridge's part: events are wrapped, matched by AWS's own rule engine and sent to the targets'
 * queues. An entry has succeeded once every matched queue has stored it; one that failed half way
 * is reported failed, so that a repeat may reach a queue twice.
 */
final class EventBus {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Map<String, Machine> machines = new HashMap<>();
  private final Map<String, Rule> rules = new HashMap<>();
  private final SqsWire sqs;
  private final InstantSource time;

  EventBus(Template template, SqsWire sqs, InstantSource time) {
    this.sqs = sqs;
    this.time = time;
    template.buses().forEach(bus -> machines.put(bus, Machine.builder().build()));
    for (Rule rule : template.rules()) {
      rules.put(rule.id(), rule);
      try {
        machines.get(rule.bus()).addRule(rule.id(), rule.pattern());
      } catch (IOException e) {
        throw new EngineProblem("rule " + rule.id() + ": " + e.getMessage(), e);
      }
    }
  }

  /** One entry of PutEvents to its result: an event id, or an error code and message. */
  ObjectNode put(JsonNode entry) {
    for (String required : List.of("Source", "DetailType", "Detail")) {
      if (entry.path(required).asText().isEmpty()) {
        return refused(
            "InvalidArgument",
            "Parameter "
                + required
                + " is not valid. Reason: "
                + required
                + " is a required argument.");
      }
    }
    String bus = entry.path("EventBusName").asText("default");
    String name = bus.substring(bus.lastIndexOf('/') + 1);
    if (!machines.containsKey(name)) {
      return refused("InvalidArgument", "Event bus " + name + " does not exist.");
    }
    JsonNode detail;
    try {
      detail = JSON.readTree(entry.path("Detail").asText());
    } catch (IOException e) {
      return refused("MalformedDetail", "Detail is malformed.");
    }
    if (!detail.isObject()) {
      return refused("MalformedDetail", "Detail is malformed.");
    }
    ObjectNode event = envelope(entry, detail);
    return deliver(machines.get(name), event);
  }

  private ObjectNode deliver(Machine machine, ObjectNode event) {
    try {
      for (String rule : machine.rulesForJSONEvent(event)) {
        for (Rule.Target target : rules.get(rule).targets()) {
          sqs.send(target.queue(), TargetInput.of(target.input(), event), target.messageGroup());
        }
      }
    } catch (IOException e) {
      return refused("InternalFailure", "A target did not accept the event: " + e.getMessage());
    }
    return JSON.createObjectNode().put("EventId", event.path("id").asText());
  }

  private ObjectNode envelope(JsonNode entry, JsonNode detail) {
    Places places = Places.unknown();
    ObjectNode event = JSON.createObjectNode();
    event.put("version", "0");
    event.put("id", UUID.randomUUID().toString());
    event.put("detail-type", entry.path("DetailType").asText());
    event.put("source", entry.path("Source").asText());
    event.put("account", places.account());
    event.put("time", instant(entry.path("Time")).truncatedTo(ChronoUnit.SECONDS).toString());
    event.put("region", places.region());
    event.putArray("resources").addAll(resources(entry));
    event.set("detail", detail);
    return event;
  }

  private static List<JsonNode> resources(JsonNode entry) {
    return List.copyOf(entry.path("Resources").valueStream().toList());
  }

  private Instant instant(JsonNode epochSeconds) {
    if (!epochSeconds.isNumber()) {
      return time.instant();
    }
    BigDecimal millis = epochSeconds.decimalValue().movePointRight(3);
    return Instant.ofEpochMilli(millis.longValue());
  }

  private static ObjectNode refused(String code, String message) {
    return JSON.createObjectNode().put("ErrorCode", code).put("ErrorMessage", message);
  }
}
