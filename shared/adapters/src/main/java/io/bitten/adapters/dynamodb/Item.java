package io.bitten.adapters.dynamodb;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** One item: its key, the few attributes that conditions need, and the document as JSON. */
record Item(Map<String, AttributeValue> attributes) {
  static final String PK = "pk";
  static final String SK = "sk";
  static final String DOC = "doc";
  static final String VERSION = "version";
  static final String TTL = "ttl";

  /** Names one write among all. */
  static final String WRITE = "write";

  Item {
    attributes = Map.copyOf(attributes);
  }

  static Item at(String pk, String sk) {
    return new Item(Map.of(PK, AttributeValue.fromS(pk), SK, AttributeValue.fromS(sk)));
  }

  Item with(String name, String text) {
    return with(name, AttributeValue.fromS(text));
  }

  Item with(String name, long number) {
    return with(name, AttributeValue.fromN(Long.toString(number)));
  }

  Item with(String name, Instant at) {
    return with(name, moment(at));
  }

  /** A moment as one number that sorts by time, to the nanosecond. */
  static AttributeValue moment(Instant at) {
    return AttributeValue.fromN("%d.%09d".formatted(at.getEpochSecond(), at.getNano()));
  }

  boolean has(String name) {
    return attributes.containsKey(name);
  }

  /** Whether this write stored it. */
  boolean writtenBy(String write) {
    return has(WRITE) && text(WRITE).equals(write);
  }

  String text(String name) {
    return attribute(name).s();
  }

  long number(String name) {
    return Long.parseLong(attribute(name).n());
  }

  Map<String, AttributeValue> key() {
    return Map.of(PK, attribute(PK), SK, attribute(SK));
  }

  private AttributeValue attribute(String name) {
    return Optional.ofNullable(attributes.get(name))
        .orElseThrow(
            () ->
                new IllegalStateException(
                    "item %s lacks attribute %s".formatted(attributes.get(PK), name)));
  }

  private Item with(String name, AttributeValue value) {
    Map<String, AttributeValue> more = new LinkedHashMap<>(attributes);
    more.put(name, value);
    return new Item(more);
  }
}
