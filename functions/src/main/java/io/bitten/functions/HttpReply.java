package io.bitten.functions;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** An HTTP answer in payload format 2.0. */
public record HttpReply(int status, Map<String, String> headers, String body) {
  private static final String JSON = "application/json";
  private static final String PROBLEM = "application/problem+json";

  public HttpReply {
    headers = Map.copyOf(headers);
  }

  public static HttpReply json(int status, JsonNode body) {
    return of(status, JSON, body.toString());
  }

  /** A document as it is. */
  public static HttpReply document(String json) {
    return of(200, JSON, json);
  }

  /** An empty object: taken, nothing more to say. */
  public static HttpReply taken() {
    return of(200, JSON, "{}");
  }

  /**
   * A refusal (RFC 9457).
   *
   * @param code stable, in capitals
   */
  public static HttpReply problem(int status, String code, String sentence) {
    return problem(status, problemBody(status, code, sentence));
  }

  /** A refusal of one field. */
  public static HttpReply problem(int status, String code, String field, String sentence) {
    ObjectNode body =
        problemBody(status, code, field.isEmpty() ? sentence : field + " " + sentence);
    return problem(status, field.isEmpty() ? body : body.put("field", field));
  }

  /** A refusal with fields of its own. */
  public static HttpReply problem(int status, ObjectNode body) {
    return of(status, PROBLEM, body.toString());
  }

  public static ObjectNode problemBody(int status, String code, String sentence) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("type", "about:blank")
        .put("title", code)
        .put("status", status)
        .put("code", code)
        .put("detail", sentence);
  }

  /** The same answer, asking not to come back before this many seconds. */
  public HttpReply after(long seconds) {
    return with("retry-after", Long.toString(seconds));
  }

  /** The same answer, naming the methods that are taken. */
  public HttpReply allowing(List<String> methods) {
    return with("allow", String.join(", ", methods));
  }

  private HttpReply with(String header, String value) {
    Map<String, String> more = new HashMap<>(headers);
    more.put(header, value);
    return new HttpReply(status, more, body);
  }

  void write(OutputStream out) throws IOException {
    ObjectNode json = JsonNodeFactory.instance.objectNode().put("statusCode", status);
    ObjectNode names = json.putObject("headers");
    headers.forEach(names::put);
    json.put("body", body);
    out.write(json.toString().getBytes(StandardCharsets.UTF_8));
  }

  private static HttpReply of(int status, String type, String body) {
    return new HttpReply(
        status,
        Map.of(
            "content-type", type,
            "cache-control", "no-store",
            "x-content-type-options", "nosniff"),
        body);
  }
}
