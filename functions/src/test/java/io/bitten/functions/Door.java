package io.bitten.functions;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Base64;
import java.util.Map;

/** Calls a handler as API Gateway does (HTTP API, payload format 2.0). */
public final class Door {
  private static final JsonMapper JSON = new JsonMapper();

  private final RequestStreamHandler handler;

  public Door(RequestStreamHandler handler) {
    this.handler = handler;
  }

  /** What came back. */
  public record Answer(int status, JsonNode body, String type) {
    public String code() {
      return body.path("code").asText();
    }
  }

  public Answer get(String path, Map<String, String> query, Map<String, String> headers)
      throws IOException {
    ObjectNode event = event("GET", path, headers);
    query.forEach(event.putObject("queryStringParameters")::put);
    return call(event);
  }

  public Answer post(String path, byte[] body, Map<String, String> headers) throws IOException {
    ObjectNode event = event("POST", path, headers);
    event.put("isBase64Encoded", true).put("body", Base64.getEncoder().encodeToString(body));
    return call(event);
  }

  private static ObjectNode event(String method, String path, Map<String, String> headers) {
    ObjectNode event = JSON.createObjectNode().put("version", "2.0").put("rawPath", path);
    headers.forEach(event.putObject("headers")::put);
    event
        .putObject("requestContext")
        .put("requestId", "request-1")
        .putObject("http")
        .put("method", method)
        .put("path", path);
    return event;
  }

  private Answer call(ObjectNode event) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    handler.handleRequest(new ByteArrayInputStream(JSON.writeValueAsBytes(event)), out, null);
    JsonNode reply = JSON.readTree(out.toByteArray());
    return new Answer(
        reply.path("statusCode").asInt(),
        JSON.readTree(reply.path("body").asText()),
        reply.path("headers").path("content-type").asText());
  }
}
