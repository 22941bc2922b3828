package io.bitten.local.runtime;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.Headers;
import io.undertow.util.HttpString;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** A function's answer as the HTTP API sends it: payload format 2.0. */
final class HttpAnswer {
  private static final ObjectMapper JSON = new ObjectMapper();

  private HttpAnswer() {}

  static void send(HttpServerExchange exchange, byte[] answer) {
    JsonNode tree;
    try {
      tree = JSON.readTree(answer);
    } catch (IOException e) {
      inferred(exchange, answer);
      return;
    }
    if (!tree.path("statusCode").canConvertToInt()) {
      inferred(exchange, answer);
      return;
    }
    exchange.setStatusCode(tree.path("statusCode").asInt());
    exchange.getResponseHeaders().put(Headers.CONTENT_TYPE, "text/plain;charset=UTF-8");
    tree.path("headers")
        .properties()
        .forEach(
            it ->
                exchange
                    .getResponseHeaders()
                    .put(new HttpString(it.getKey()), it.getValue().asText()));
    tree.path("cookies")
        .forEach(it -> exchange.getResponseHeaders().add(Headers.SET_COOKIE, it.asText()));
    String body = tree.path("body").asText("");
    byte[] bytes =
        tree.path("isBase64Encoded").asBoolean()
            ? Base64.getDecoder().decode(body)
            : body.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseSender().send(ByteBuffer.wrap(bytes));
  }

  /** Without a status code the whole answer is the body of a 200. */
  private static void inferred(HttpServerExchange exchange, byte[] answer) {
    exchange.getResponseHeaders().put(Headers.CONTENT_TYPE, "application/json");
    exchange.getResponseSender().send(ByteBuffer.wrap(answer));
  }

  /** An answer of the gateway itself. */
  static void gateway(HttpServerExchange exchange, int status, String message) {
    exchange.setStatusCode(status);
    exchange.getResponseHeaders().put(Headers.CONTENT_TYPE, "application/json");
    exchange.getResponseSender().send("{\"message\":\"" + message + "\"}");
  }
}
