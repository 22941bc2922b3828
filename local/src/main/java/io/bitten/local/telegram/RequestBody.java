package io.bitten.local.telegram;

import com.fasterxml.jackson.databind.JsonNode;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.Headers;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Deque;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** Reads what a request carries, within limits. */
final class RequestBody {
  static final int MAX_BYTES = 1 << 20;
  static final int MAX_FIELDS = 100;

  /** The request cannot be read; the message says why. */
  static final class Unreadable extends Exception {
    private static final long serialVersionUID = 1L;
    private final int status;

    Unreadable(int status, String why) {
      super(why, null, false, false);
      this.status = status;
    }

    int status() {
      return status;
    }
  }

  private RequestBody() {}

  static Params query(HttpServerExchange exchange) {
    Map<String, String> values = new HashMap<>();
    for (Map.Entry<String, Deque<String>> entry : exchange.getQueryParameters().entrySet()) {
      values.put(entry.getKey(), entry.getValue().getFirst());
    }
    return new Params(values);
  }

  /** Query, form and JSON in one; the body wins. */
  static Params params(HttpServerExchange exchange) throws IOException, Unreadable {
    Map<String, String> values = new HashMap<>(query(exchange).values());
    if (exchange.getRequestMethod().toString().equals("POST")) {
      values.putAll(body(exchange).values());
    }
    return new Params(values);
  }

  private static Params body(HttpServerExchange exchange) throws IOException, Unreadable {
    String type = contentType(exchange);
    String text = text(exchange);
    if (text.isEmpty()) {
      return Params.of();
    }
    return switch (type) {
      case "application/json" -> {
        JsonNode json = Json.read(text);
        if (!json.isObject()) {
          throw new Unreadable(400, "can't parse request: JSON object expected");
        }
        yield Params.of(json);
      }
      case "application/x-www-form-urlencoded" -> form(text);
      default -> throw new Unreadable(400, "content type is not simulated: " + type);
    };
  }

  /** The body as a JSON object; nothing else is taken. */
  static JsonNode json(HttpServerExchange exchange) throws IOException, Unreadable {
    if (!contentType(exchange).equals("application/json")) {
      throw new Unreadable(415, "the body is to be application/json");
    }
    JsonNode json = Json.read(text(exchange));
    if (!json.isObject()) {
      throw new Unreadable(400, "the body is to be a JSON object");
    }
    return json;
  }

  private static String contentType(HttpServerExchange exchange) {
    String type = exchange.getRequestHeaders().getFirst(Headers.CONTENT_TYPE);
    return type == null ? "" : type.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
  }

  private static String text(HttpServerExchange exchange) throws IOException, Unreadable {
    byte[] bytes = exchange.getInputStream().readNBytes(MAX_BYTES + 1);
    if (bytes.length > MAX_BYTES) {
      throw new Unreadable(413, "request entity too large");
    }
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException notUtf8) {
      throw new Unreadable(400, "strings must be encoded in UTF-8");
    }
  }

  private static Params form(String text) throws Unreadable {
    String[] pairs = text.split("&", MAX_FIELDS + 1);
    if (pairs.length > MAX_FIELDS) {
      throw new Unreadable(400, "too many fields");
    }
    Map<String, String> values = new HashMap<>();
    for (String pair : pairs) {
      int equals = pair.indexOf('=');
      String name = equals < 0 ? pair : pair.substring(0, equals);
      values.put(decoded(name), equals < 0 ? "" : decoded(pair.substring(equals + 1)));
    }
    return new Params(values);
  }

  private static String decoded(String text) throws Unreadable {
    try {
      return URLDecoder.decode(text, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException malformed) {
      throw new Unreadable(400, "can't parse form");
    }
  }
}
