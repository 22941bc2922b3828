package io.bitten.local.runtime;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.bitten.local.template.Places;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.HeaderValues;
import io.undertow.util.Headers;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;

/** A request as the HTTP API hands it to a function: payload format 2.0. */
final class HttpEvent {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final DateTimeFormatter CLF =
      DateTimeFormatter.ofPattern("dd/MMM/yyyy:HH:mm:ss Z", Locale.ENGLISH)
          .withZone(ZoneOffset.UTC);

  /** Bodies that arrive as text; all others arrive in base64, forms too. */
  private static final Pattern TEXT =
      Pattern.compile("(text/.*|application/(.*\\+)?(json|xml|javascript)) *(;.*)?");

  private HttpEvent() {}

  static byte[] of(HttpServerExchange exchange, RoutePath route, byte[] body, Instant now) {
    String path = exchange.getRequestPath();
    ObjectNode event = JSON.createObjectNode();
    event.put("version", "2.0").put("routeKey", route.key());
    event.put("rawPath", path).put("rawQueryString", exchange.getQueryString());
    headers(event, exchange);
    query(event, exchange);
    event.set("requestContext", context(exchange, route, now));
    Map<String, String> parameters = route.parameters(path);
    if (!parameters.isEmpty()) {
      ObjectNode written = event.putObject("pathParameters");
      parameters.forEach(written::put);
    }
    body(event, exchange, body);
    try {
      return JSON.writeValueAsBytes(event);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a tree of JSON nodes cannot be written", e);
    }
  }

  private static void headers(ObjectNode event, HttpServerExchange exchange) {
    ObjectNode headers = event.putObject("headers");
    for (HeaderValues values : exchange.getRequestHeaders()) {
      if (values.getHeaderName().equals(Headers.COOKIE)) {
        ArrayNode cookies = event.putArray("cookies");
        values.forEach(value -> addCookies(cookies, value));
      } else {
        headers.put(
            values.getHeaderName().toString().toLowerCase(Locale.ROOT), String.join(",", values));
      }
    }
  }

  private static void addCookies(ArrayNode cookies, String header) {
    for (String cookie : header.split(";")) {
      cookies.add(cookie.strip());
    }
  }

  private static void query(ObjectNode event, HttpServerExchange exchange) {
    if (!exchange.getQueryParameters().isEmpty()) {
      ObjectNode query = event.putObject("queryStringParameters");
      exchange
          .getQueryParameters()
          .forEach((name, values) -> query.put(name, String.join(",", values)));
    }
  }

  private static ObjectNode context(HttpServerExchange exchange, RoutePath route, Instant now) {
    ObjectNode context = JSON.createObjectNode();
    context.put("accountId", Places.unknown().account()).put("apiId", "local");
    context.put("domainName", exchange.getHostName()).put("domainPrefix", "local");
    ObjectNode http = context.putObject("http");
    http.put("method", exchange.getRequestMethod().toString());
    http.put("path", exchange.getRequestPath());
    http.put("protocol", exchange.getProtocol().toString());
    http.put("sourceIp", exchange.getSourceAddress().getAddress().getHostAddress());
    HeaderValues agent = exchange.getRequestHeaders().get(Headers.USER_AGENT);
    http.put("userAgent", agent == null ? "" : agent.getFirst());
    context.put("requestId", UUID.randomUUID().toString()).put("routeKey", route.key());
    context.put("stage", "$default").put("time", CLF.format(now));
    return context.put("timeEpoch", now.toEpochMilli());
  }

  private static void body(ObjectNode event, HttpServerExchange exchange, byte[] body) {
    event.put("isBase64Encoded", false);
    if (body.length == 0) {
      return;
    }
    HeaderValues type = exchange.getRequestHeaders().get(Headers.CONTENT_TYPE);
    boolean declared =
        type == null || TEXT.matcher(type.getFirst().toLowerCase(Locale.ROOT)).matches();
    if (declared && isText(body)) {
      event.put("body", new String(body, StandardCharsets.UTF_8));
    } else {
      event.put("isBase64Encoded", true);
      event.put("body", Base64.getEncoder().encodeToString(body));
    }
  }

  private static boolean isText(byte[] body) {
    try {
      StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(body));
      return true;
    } catch (CharacterCodingException e) {
      return false;
    }
  }
}
