package io.bitten.functions;

import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * An HTTP request as API Gateway hands it over (HTTP API, payload format 2.0). Repeated headers and
 * query values arrive joined with commas, so a doubled secret is a wrong secret.
 *
 * @param headers by lower-case name
 * @param body the exact bytes that were sent
 */
public record HttpEvent(
    String method,
    String path,
    Map<String, String> headers,
    Map<String, String> query,
    byte[] body,
    String requestId) {

  /** API Gateway's own limit is 10 MB; Lambda's 6 MB. */
  private static final int MOST_BYTES = 8 << 20;

  private static final JsonMapper JSON =
      JsonMapper.builder(
              new JsonFactoryBuilder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder()
                          .maxNestingDepth(32)
                          .maxStringLength(MOST_BYTES)
                          .build())
                  .build())
          .build();

  public HttpEvent {
    headers = Map.copyOf(headers);
    query = Map.copyOf(query);
    body = body.clone();
  }

  /**
   * Reads what the gateway wrote.
   *
   * @throws NotHttp when it is no such event
   */
  static HttpEvent read(InputStream in) throws IOException {
    JsonNode event;
    try {
      event = JSON.readTree(in.readNBytes(MOST_BYTES));
    } catch (JsonProcessingException e) {
      throw new NotHttp("the event is not JSON", e);
    }
    JsonNode http = event.path("requestContext").path("http");
    if (!http.isObject()) {
      throw new NotHttp("the event has no requestContext.http", null);
    }
    return new HttpEvent(
        http.path("method").asText("GET").toUpperCase(Locale.ROOT),
        event.path("rawPath").asText("/"),
        texts(event.path("headers")),
        texts(event.path("queryStringParameters")),
        body(event),
        event.path("requestContext").path("requestId").asText("none"));
  }

  /** Empty when it is not there. */
  public String header(String lowerCaseName) {
    return headers.getOrDefault(lowerCaseName, "");
  }

  public boolean isJson() {
    String type = header("content-type").toLowerCase(Locale.ROOT);
    return type.equals("application/json") || type.startsWith("application/json;");
  }

  @Override
  public byte[] body() {
    return body.clone();
  }

  private static byte[] body(JsonNode event) {
    String text = event.path("body").asText("");
    if (!event.path("isBase64Encoded").asBoolean()) {
      return text.getBytes(StandardCharsets.UTF_8);
    }
    try {
      return Base64.getDecoder().decode(text);
    } catch (IllegalArgumentException e) {
      throw new NotHttp("the body is not base64", e);
    }
  }

  private static Map<String, String> texts(JsonNode object) {
    Map<String, String> texts = new HashMap<>();
    object
        .properties()
        .forEach(
            field ->
                texts.put(field.getKey().toLowerCase(Locale.ROOT), field.getValue().asText("")));
    return texts;
  }
}
