package io.bitten.local.mt5;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** Which order ids an aware farm has begun and what it answered, kept over a restart. */
final class FarmMemory {
  private final Lines lines;
  private final Map<String, Known> known = new HashMap<>();
  private final Map<String, Long> epochs = new HashMap<>();

  FarmMemory(Path file) {
    this.lines = new Lines(file);
    for (String line : lines.read()) {
      try {
        take(Wire.mapper().readTree(line));
      } catch (JsonProcessingException e) {
        throw new IllegalStateException(file + " holds a line that is no entry", e);
      }
    }
  }

  /** What is known of an id. */
  sealed interface Known {}

  record NeverSeen() implements Known {}

  /** Begun; after the farm's own crash nobody knows how it ended. */
  record InProgress(LastHop.Key key) implements Known {}

  record Done(LastHop.Key key, JsonNode answer) implements Known {}

  synchronized Known of(String id) {
    return known.getOrDefault(id, new NeverSeen());
  }

  /** Whether the epoch is not older than the newest the broker has seen; remembers a newer one. */
  synchronized boolean current(String broker, long offered) {
    long newest = epochs.getOrDefault(broker, 0L);
    if (offered > newest) {
      write(Wire.object().put("epoch", offered).put("broker", broker));
    }
    return offered >= newest;
  }

  synchronized void begin(LastHop.Key key) {
    write(line(key));
  }

  synchronized void finish(LastHop.Key key, JsonNode answer) {
    ObjectNode line = line(key);
    line.set("answer", answer);
    write(line);
  }

  private static ObjectNode line(LastHop.Key key) {
    return key.on(Wire.object()).put("terms", key.terms());
  }

  /** A restart that lost everything. */
  synchronized void forget() {
    known.clear();
    epochs.clear();
  }

  private void write(JsonNode line) {
    lines.append(line.toString());
    take(line);
  }

  private void take(JsonNode line) {
    if (line.has("epoch")) {
      epochs.merge(line.path("broker").asText(), line.path("epoch").asLong(), Math::max);
    }
    if (line.has("order_id")) {
      LastHop.Key key =
          new LastHop.Key(
              line.path("order_id").asText(),
              line.path("attempt").asLong(),
              line.path("terms").asText());
      JsonNode answer = line.path("answer");
      known.put(key.id(), answer.isMissingNode() ? new InProgress(key) : new Done(key, answer));
    }
  }
}
