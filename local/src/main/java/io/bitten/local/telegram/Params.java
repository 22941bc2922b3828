package io.bitten.local.telegram;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A call's parameters as text. The real server reads query, form and JSON body into one such map: a
 * JSON string is taken as it is, any other JSON value as its own text.
 */
record Params(Map<String, String> values) {
  private static final int MAX_INTEGER_DIGITS = 18;

  Params {
    values = Map.copyOf(values);
  }

  static Params of(String... namesAndValues) {
    Map<String, String> values = new LinkedHashMap<>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      values.put(namesAndValues[i], namesAndValues[i + 1]);
    }
    return new Params(values);
  }

  static Params of(JsonNode object) {
    Map<String, String> values = new LinkedHashMap<>();
    for (Map.Entry<String, JsonNode> field : object.properties()) {
      if (!field.getValue().isNull()) {
        JsonNode value = field.getValue();
        values.put(field.getKey(), value.isTextual() ? value.textValue() : Json.write(value));
      }
    }
    return new Params(values);
  }

  /** The text of a parameter, empty when it is not there. */
  String text(String name) throws Refused {
    String value = values.getOrDefault(name, "");
    if (!StandardCharsets.UTF_8.newEncoder().canEncode(value)) {
      throw Refused.badRequest("strings must be encoded in UTF-8");
    }
    return value;
  }

  boolean has(String name) {
    return !values.getOrDefault(name, "").isEmpty();
  }

  /** {@code true}, {@code yes} and {@code 1} are yes, anything else is no. */
  boolean flag(String name) {
    String value = values.getOrDefault(name, "").strip().toLowerCase(java.util.Locale.ROOT);
    return value.equals("true") || value.equals("yes") || value.equals("1");
  }

  /** The number, or {@code otherwise} when it is not there or not a number. */
  long number(String name, long otherwise) {
    String value = values.getOrDefault(name, "").strip();
    return isInteger(value) ? Long.parseLong(value) : otherwise;
  }

  /** The number brought into {@code min..max}. */
  int within(String name, int otherwise, int min, int max) {
    return Math.clamp(number(name, otherwise), min, max);
  }

  static boolean isInteger(String value) {
    int digits = value.startsWith("-") ? value.length() - 1 : value.length();
    return digits > 0
        && digits <= MAX_INTEGER_DIGITS
        && value.chars().skip(value.length() - digits).allMatch(c -> c >= '0' && c <= '9');
  }
}
