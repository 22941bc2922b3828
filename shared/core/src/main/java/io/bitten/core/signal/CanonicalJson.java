package io.bitten.core.signal;

import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import java.util.TreeMap;

/**
 * Writes the one text that a value has: keys sorted by UTF-16 code units, no spaces, the shortest
 * escapes (RFC 8785, sections 3.2.2.2 and 3.2.3). Knows text, whole numbers, lists and objects;
 * prices and other decimals are written as text.
 */
final class CanonicalJson {
  private CanonicalJson() {}

  static String write(Object value) {
    return switch (value) {
      case String text -> quoted(text);
      case Integer number -> number.toString();
      case Long number -> number.toString();
      case List<?> items -> {
        StringJoiner joined = new StringJoiner(",", "[", "]");
        items.forEach(item -> joined.add(write(item)));
        yield joined.toString();
      }
      case Map<?, ?> fields -> {
        TreeMap<String, Object> sorted = new TreeMap<>();
        fields.forEach((key, field) -> sorted.put((String) key, field));
        StringJoiner joined = new StringJoiner(",", "{", "}");
        sorted.forEach((key, field) -> joined.add(quoted(key) + ":" + write(field)));
        yield joined.toString();
      }
      default ->
          throw new IllegalArgumentException(
              "a ledger body holds text, whole numbers, lists and objects, not a "
                  + value.getClass().getSimpleName());
    };
  }

  private static String quoted(String text) {
    StringBuilder out = new StringBuilder(text.length() + 2).append('"');
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '"' -> out.append("\\\"");
        case '\\' -> out.append("\\\\");
        case '\b' -> out.append("\\b");
        case '\t' -> out.append("\\t");
        case '\n' -> out.append("\\n");
        case '\f' -> out.append("\\f");
        case '\r' -> out.append("\\r");
        default -> out.append(c < 0x20 ? "\\u%04x".formatted((int) c) : c);
      }
    }
    return out.append('"').toString();
  }
}
