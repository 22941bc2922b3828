package io.bitten.local.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class HttpDoorTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static SmallStack small;

  @BeforeAll
  static void start() throws IOException {
    small = SmallStack.withoutTables();
  }

  @AfterAll
  static void stop() {
    small.close();
  }

  @Test
  void a_function_sees_what_the_http_api_would_show_it() throws Exception {
    HttpRequest request =
        small
            .request("/orders/o%209?a=1&a=2&b=")
            .header("Cookie", "x=1; y=2")
            .header("X-Thing", "t")
            .build();
    JsonNode event = JSON.readTree(small.http.send(request, BodyHandlers.ofString()).body());
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
        .isEqualTo(small.now.get().toEpochMilli());
    assertThat(event.path("requestContext").path("time").asText())
        .matches("06/Mar/2017:10:[0-9:]{5} \\+0000");
  }

  @Test
  void the_gateway_answers_itself_where_no_function_can() throws Exception {
    assertThat(small.get("/nowhere").statusCode()).isEqualTo(404);
    assertThat(small.get("/nowhere").body()).isEqualTo("{\"message\":\"Not Found\"}");
    HttpRequest delete = small.request("/orders/1").DELETE().build();
    assertThat(small.http.send(delete, BodyHandlers.ofString()).statusCode()).isEqualTo(404);
    HttpRequest long431 = small.request("/orders/1").header("x-long", "x".repeat(11_000)).build();
    assertThat(small.http.send(long431, BodyHandlers.ofString()).statusCode()).isEqualTo(431);
    assertThat(small.post("/any/x", "y".repeat(6_300_000)).statusCode()).isEqualTo(413);
    assertThat(small.get("/any/throw").statusCode()).isEqualTo(500);
    assertThat(small.get("/any/throw").body()).isEqualTo("{\"message\":\"Internal Server Error\"}");
  }

  @Test
  void a_function_over_its_timeout_is_cut_off() throws Exception {
    long begin = System.nanoTime();
    assertThat(small.get("/slow").statusCode()).isEqualTo(500);
    assertThat(System.nanoTime() - begin).isGreaterThanOrEqualTo(TimeUnit.SECONDS.toNanos(1));
    assertThat(small.handlers.cutOff.await(1, TimeUnit.MINUTES)).isTrue();
  }

  @Test
  void answers_may_be_plain_or_binary_and_others_may_serve_below_a_prefix() throws Exception {
    assertThat(small.get("/any/a/b").body()).isEqualTo("{\"plain\":true}");
    HttpRequest binary = small.request("/any/binary").build();
    assertThat(small.http.send(binary, BodyHandlers.ofByteArray()).body())
        .containsExactly(new byte[] {0, 1, 2});
    assertThat(small.get("/sim/telegram/x").body()).isEqualTo("simulated");
  }
}
