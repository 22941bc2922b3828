package io.bitten.local.telegram;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/**
 * A request to the page's own API.
 *
 * @param path the segments after {@code /api/}
 * @param query parameters of the address
 * @param body a JSON object; empty for GET
 */
record PageRequest(String method, List<String> path, Params query, JsonNode body) {
  private static final int MAX_INTEGER = 1_000_000_000;

  String segment(int index) {
    return index < path.size() ? path.get(index) : "";
  }

  /** The chat named by the second segment, 0 when it is no number. */
  long chatId() {
    return Params.isInteger(segment(1)) ? Long.parseLong(segment(1)) : 0;
  }

  String text(String field) {
    JsonNode value = body.path(field);
    if (!value.isTextual()) {
      throw new NotPossible(field + " is a text and is needed");
    }
    return value.textValue();
  }

  String textOr(String field, String otherwise) {
    return body.has(field) ? text(field) : otherwise;
  }

  long number(String field) {
    JsonNode value = body.path(field);
    if (!value.isIntegralNumber() || !value.canConvertToLong()) {
      throw new NotPossible(field + " is a whole number and is needed");
    }
    return value.longValue();
  }

  int smallNumber(String field) {
    long value = number(field);
    if (value < 0 || value > MAX_INTEGER) {
      throw new NotPossible(field + " is out of range");
    }
    return (int) value;
  }
}
