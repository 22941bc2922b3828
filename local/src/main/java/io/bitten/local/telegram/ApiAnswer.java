package io.bitten.local.telegram;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** What a call to the Bot API gets back. */
sealed interface ApiAnswer {

  /** Done; {@code description} is empty for most methods. */
  record Ok(JsonNode result, String description) implements ApiAnswer {
    static Ok of(JsonNode result) {
      return new Ok(result, "");
    }

    static Ok yes() {
      return of(BooleanNode.TRUE);
    }
  }

  /** Refused; {@code retryAfterSeconds} is 0 when the answer names no time. */
  record Error(int code, String description, int retryAfterSeconds) implements ApiAnswer {}

  /** The connection ends without an answer. */
  record Silence() implements ApiAnswer {}

  /** The HTTP status of this answer; silence has none and counts as 0. */
  default int status() {
    return switch (this) {
      case Ok ok -> 200;
      case Error error -> error.code();
      case Silence silence -> 0;
    };
  }

  /** The body of this answer. */
  default ObjectNode toJson() {
    return switch (this) {
      case Ok ok -> {
        ObjectNode json = Json.object().put("ok", true);
        json.set("result", ok.result());
        yield ok.description().isEmpty() ? json : json.put("description", ok.description());
      }
      case Error error -> {
        ObjectNode json =
            Json.object()
                .put("ok", false)
                .put("error_code", error.code())
                .put("description", error.description());
        if (error.retryAfterSeconds() > 0) {
          json.putObject("parameters").put("retry_after", error.retryAfterSeconds());
        }
        yield json;
      }
      case Silence silence -> Json.object();
    };
  }
}
