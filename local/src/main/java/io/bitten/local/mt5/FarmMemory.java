package io.bitten.local.mt5;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** Which client order ids an aware farm has begun and what it answered, kept over a restart. */
final class FarmMemory {
  private final Lines lines;
  private final Map<String, Known> known = new HashMap<>();
  private long epoch;

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
  record InProgress(String hash) implements Known {}

  record Done(String hash, JsonNode answer) implements Known {}

  synchronized Known of(String coid) {
    return known.getOrDefault(coid, new NeverSeen());
  }

  /** Whether the epoch is not older than the newest seen; remembers it when it is newer. */
  synchronized boolean current(long offered) {
    if (offered > epoch) {
      write(Wire.object().put("epoch", offered));
    }
    return offered >= epoch;
  }

  synchronized void begin(String coid, String hash) {
    write(Wire.object().put("coid", coid).put("hash", hash));
  }

  synchronized void finish(String coid, String hash, JsonNode answer) {
    ObjectNode line = Wire.object().put("coid", coid).put("hash", hash);
    line.set("answer", answer);
    write(line);
  }

  /** A restart that lost everything. */
  synchronized void forget() {
    known.clear();
    epoch = 0;
  }

  private void write(JsonNode line) {
    lines.append(line.toString());
    take(line);
  }

  private void take(JsonNode line) {
    epoch = Math.max(epoch, line.path("epoch").asLong());
    if (line.has("coid")) {
      String hash = line.path("hash").asText();
      JsonNode answer = line.path("answer");
      known.put(
          line.path("coid").asText(),
          answer.isMissingNode() ? new InProgress(hash) : new Done(hash, answer));
    }
  }
}
