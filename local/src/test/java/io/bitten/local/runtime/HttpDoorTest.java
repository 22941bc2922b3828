package io.bitten.local.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.Test;

class HttpDoorTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final SmallStack SMALL = SmallStack.running();

  @Test
  void a_function_sees_what_the_http_api_would_show_it() throws Exception {
    HttpRequest request =
        SMALL
            .request("/orders/o%209?a=1&a=2&b=")
            .header("Cookie", "x=1; y=2")
            .header("X-Thing", "t")
            .build();
    JsonNode event = JSON.readTree(SMALL.http.send(request, BodyHandlers.ofString()).body());
    assertThat(event.path("routeKey").asText()).isEqualTo("GET /orders/{id}");
    assertThat(event.path("pathParameters").path("id").asText()).isEqualTo("o 9");
    assertThat(event.path("queryStringParameters").path("a").asText()).isEqualTo("1,2");
    assertThat(event.path("rawQueryString").asText()).isEqualTo("a=1&a=2&b=");
    assertThat(event.path("cookies").toString()).isEqualTo("[\"x=1\",\"y=2\"]");
    assertThat(event.path("headers").path("x-thing").asText()).isEqualTo("t");
    assertThat(event.path("headers").has("cookie")).isFalse();
    assertThat(event.path("requestContext").path("http").path("sourceIp").asText())
        .isEqualTo("127.0.0.1");
    assertThat(event.path("requestContext").path("timeEpoch").asLong())
        .isEqualTo(SMALL.now.get().toEpochMilli());
    assertThat(event.path("requestContext").path("time").asText())
        .matches("06/Mar/2017:10:[0-9:]{5} \\+0000");
  }

  @Test
  void the_gateway_answers_itself_where_no_function_can() throws Exception {
    assertThat(SMALL.get("/nowhere").statusCode()).isEqualTo(404);
    assertThat(SMALL.get("/nowhere").body()).isEqualTo("{\"message\":\"Not Found\"}");
    HttpRequest delete = SMALL.request("/orders/1").DELETE().build();
    assertThat(SMALL.http.send(delete, BodyHandlers.ofString()).statusCode()).isEqualTo(404);
    HttpRequest long431 = SMALL.request("/orders/1").header("x-long", "x".repeat(11_000)).build();
    assertThat(SMALL.http.send(long431, BodyHandlers.ofString()).statusCode()).isEqualTo(431);
    assertThat(SMALL.post("/any/x", "y".repeat(6_300_000)).statusCode()).isEqualTo(413);
    assertThat(SMALL.get("/any/throw").statusCode()).isEqualTo(500);
    assertThat(SMALL.get("/any/throw").body()).isEqualTo("{\"message\":\"Internal Server Error\"}");
  }

  @Test
  void a_function_over_its_timeout_is_cut_off() throws Exception {
    long begin = System.nanoTime();
    assertThat(SMALL.get("/any/slow").statusCode()).isEqualTo(500);
    assertThat((System.nanoTime() - begin) / 1_000_000).isBetween(1_900L, 6_000L);
  }

  @Test
  void answers_may_be_plain_or_binary_and_others_may_serve_below_a_prefix() throws Exception {
    assertThat(SMALL.get("/any/a/b").body()).isEqualTo("{\"plain\":true}");
    HttpRequest binary = SMALL.request("/any/binary").build();
    assertThat(SMALL.http.send(binary, BodyHandlers.ofByteArray()).body())
        .containsExactly(new byte[] {0, 1, 2});
    assertThat(SMALL.get("/sim/telegram/x").body()).isEqualTo("simulated");
  }
}
