package io.bitten.local.runtime;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.InstantSource;
import java.util.function.Consumer;

/** Tells what went wrong, one JSON object a line, so that nothing is swallowed. */
final class ErrorLines {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int MOST_FRAMES = 12;

  private final Consumer<String> out;
  private final InstantSource time;

  ErrorLines(Consumer<String> out, InstantSource time) {
    this.out = out;
    this.time = time;
  }

  void print(String where, String requestId, Throwable error) {
    ObjectNode line = line(where, requestId, error.getClass().getName());
    line.put("message", String.valueOf(error.getMessage()));
    ArrayNode stack = line.putArray("stack");
    for (Throwable cause = error; cause != null; cause = cause.getCause()) {
      if (cause != error) {
        stack.add("Caused by: " + cause);
      }
      StackTraceElement[] frames = cause.getStackTrace();
      for (int i = 0; i < Math.min(frames.length, MOST_FRAMES); i++) {
        stack.add(frames[i].toString());
      }
    }
    out.accept(line.toString());
  }

  void print(String where, String requestId, String message) {
    out.accept(line(where, requestId, "local").put("message", message).toString());
  }

  /** A line that a handler logged through its context. */
  void logged(String line) {
    out.accept(line);
  }

  private ObjectNode line(String where, String requestId, String type) {
    return JSON.createObjectNode()
        .put("time", time.instant().toString())
        .put("level", "ERROR")
        .put("function", where)
        .put("requestId", requestId)
        .put("error", type);
  }
}
