package io.bitten.local.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.bitten.local.engine.Expiry;
import io.bitten.local.engine.SqsWire;
import io.bitten.local.engine.Store;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.eventbridge.EventBridgeClient;
import software.amazon.awssdk.services.eventbridge.model.PutEventsRequestEntry;
import software.amazon.awssdk.services.eventbridge.model.PutEventsResponse;

class LocalStackTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final AtomicReference<Instant> NOW =
      new AtomicReference<>(Instant.parse("2017-03-06T10:00:30Z"));
  private static LocalStack stack;
  private static TestHandlers handlers;
  private static SqsWire sqs;
  private static EventBridgeClient bus;
  private static DynamoDbClient tables;
  private static HttpClient http;

  @BeforeAll
  static void start() throws Exception {
    InstantSource time = NOW::get;
    stack =
        LocalStack.start(
            new StackPlan(
                Path.of(".."),
                Path.of("src/test/resources/small-template.yaml"),
                Map.of(),
                new Store.InMemory(),
                Expiry.NEVER,
                0,
                time));
    sqs = new SqsWire(stack.sqs());
    StaticCredentialsProvider keys =
        StaticCredentialsProvider.create(AwsBasicCredentials.create("test", "test"));
    bus =
        EventBridgeClient.builder()
            .endpointOverride(stack.bus())
            .region(Region.US_EAST_1)
            .credentialsProvider(keys)
            .httpClient(UrlConnectionHttpClient.create())
            .build();
    tables =
        DynamoDbClient.builder()
            .endpointOverride(stack.dynamo())
            .region(Region.US_EAST_1)
            .credentialsProvider(keys)
            .httpClient(UrlConnectionHttpClient.create())
            .build();
    handlers = new TestHandlers(bus, tables);
    http = HttpClient.newHttpClient();
    stack.mount("/sim", exchange -> exchange.getResponseSender().send("simulated"));
    stack.open(handlers);
  }

  @AfterAll
  static void stop() {
    http.close();
    stack.close();
  }

  @Test
  void a_request_becomes_an_event_a_message_and_a_stored_item() throws Exception {
    HttpResponse<String> answer = post("/orders/o1", "{\"id\":\"o1\",\"size\":4}");
    assertThat(answer.statusCode()).isEqualTo(202);
    assertThat(answer.body()).isEqualTo("ok");
    assertThat(answer.headers().firstValue("x-test")).hasValue("yes");
    assertThat(answer.headers().firstValue("set-cookie")).hasValue("a=1");
    Await.until("the stored item", () -> stored("o1"));
    JsonNode envelope = noted("o1");
    assertThat(envelope.path("source").asText()).isEqualTo("test");
    assertThat(envelope.path("detail-type").asText()).isEqualTo("noted");
    assertThat(envelope.path("version").asText()).isEqualTo("0");
    assertThat(envelope.path("time").asText()).isEqualTo(NOW.get().toString());
  }

  @Test
  void an_event_that_no_rule_matches_goes_nowhere() throws Exception {
    post("/orders/small", "{\"id\":\"small\",\"size\":3}");
    post("/orders/big", "{\"id\":\"big\",\"size\":5}");
    Await.until("the matching one", () -> stored("big"));
    assertThat(stored("small")).isFalse();
  }

  @Test
  void only_the_failed_message_of_a_batch_comes_back() throws Exception {
    handlers.failuresLeft.put("p2", 1);
    PutEventsResponse response =
        bus.putEvents(
            put -> put.entries(noted("p1", 4), noted("p2", 4), noted("p3", 4)));
    assertThat(response.failedEntryCount()).isZero();
    Await.until("all three", () -> stored("p1") && stored("p2") && stored("p3"));
    assertThat(handlers.failuresLeft).containsEntry("p2", 0);
  }

  @Test
  void a_group_keeps_its_order_over_a_failure_and_others_pass_it() throws Exception {
    handlers.failuresLeft.put("a2", 1);
    for (String body : List.of("a1", "a2", "a3", "a4", "b1", "b2")) {
      sqs.send("steps-test.fifo", body, body.substring(0, 1));
    }
    Await.until("all six", () -> handlers.steps.stream().filter(it -> it.matches("[ab]:.*")).count() == 6);
    assertThat(handlers.steps)
        .containsSubsequence("a:a1", "a:a2", "a:a3", "a:a4")
        .containsSubsequence("b:b1", "b:b2")
        .containsSubsequence("b:b2", "a:a2");
  }

  @Test
  void a_message_that_fails_five_times_is_a_dead_letter() throws Exception {
    handlers.failuresLeft.put("dead", 99);
    bus.putEvents(put -> put.entries(noted("dead", 9)));
    Await.until("the dead letter", () -> sqs.waiting("notes-test-dead") == 1);
    assertThat(handlers.failuresLeft).containsEntry("dead", 94);
  }

  @Test
  void put_events_answers_entry_by_entry() {
    PutEventsResponse response =
        bus.putEvents(
            put ->
                put.entries(
                    noted("entry", 1),
                    noted("entry", 1).toBuilder().detail("{oops").build(),
                    noted("entry", 1).toBuilder().eventBusName("nowhere").build()));
    assertThat(response.failedEntryCount()).isEqualTo(2);
    assertThat(response.entries().get(0).eventId()).isNotBlank();
    assertThat(response.entries().get(1).errorCode()).isEqualTo("MalformedDetail");
    assertThat(response.entries().get(2).errorMessage()).contains("nowhere");
  }

  @Test
  void a_part_of_the_event_reaches_a_fifo_target_in_its_group() throws Exception {
    PutEventsRequestEntry entry =
        noted("n", 1).toBuilder().detailType("stepped").detail("{\"n\":1}").build();
    bus.putEvents(put -> put.entries(entry));
    Await.until("the step", () -> handlers.steps.contains("from-bus:{\"n\":1}"));
  }

  @Test
  void a_function_sees_what_the_http_api_would_show_it() throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(stack.doors() + "/orders/o%209?a=1&a=2&b="))
            .header("Cookie", "x=1; y=2")
            .header("X-Thing", "t")
            .build();
    JsonNode event = JSON.readTree(http.send(request, BodyHandlers.ofString()).body());
    assertThat(event.path("routeKey").asText()).isEqualTo("GET /orders/{id}");
    assertThat(event.path("pathParameters").path("id").asText()).isEqualTo("o 9");
    assertThat(event.path("queryStringParameters").path("a").asText()).isEqualTo("1,2");
    assertThat(event.path("rawQueryString").asText()).isEqualTo("a=1&a=2&b=");
    assertThat(event.path("cookies").toString()).isEqualTo("[\"x=1\",\"y=2\"]");
    assertThat(event.path("headers").path("x-thing").asText()).isEqualTo("t");
    assertThat(event.path("headers").has("cookie")).isFalse();
    assertThat(event.path("requestContext").path("http").path("sourceIp").asText())
        .isEqualTo("127.0.0.1");
    assertThat(event.path("requestContext").path("time").asText())
        .isEqualTo("06/Mar/2017:10:00:30 +0000");
  }

  @Test
  void the_gateway_answers_itself_where_no_function_can() throws Exception {
    assertThat(get("/nowhere").statusCode()).isEqualTo(404);
    assertThat(get("/nowhere").body()).isEqualTo("{\"message\":\"Not Found\"}");
    HttpRequest delete =
        HttpRequest.newBuilder(URI.create(stack.doors() + "/orders/1")).DELETE().build();
    assertThat(http.send(delete, BodyHandlers.ofString()).statusCode()).isEqualTo(404);
    HttpRequest long431 =
        HttpRequest.newBuilder(URI.create(stack.doors() + "/orders/1"))
            .header("x-long", "x".repeat(11_000))
            .build();
    assertThat(http.send(long431, BodyHandlers.ofString()).statusCode()).isEqualTo(431);
    assertThat(post("/any/x", "y".repeat(6_300_000)).statusCode()).isEqualTo(413);
    assertThat(get("/any/throw").statusCode()).isEqualTo(500);
    assertThat(get("/any/throw").body()).isEqualTo("{\"message\":\"Internal Server Error\"}");
  }

  @Test
  void a_function_over_its_timeout_is_cut_off() throws Exception {
    long begin = System.nanoTime();
    assertThat(get("/any/slow").statusCode()).isEqualTo(500);
    assertThat((System.nanoTime() - begin) / 1_000_000).isBetween(1_900L, 6_000L);
  }

  @Test
  void answers_may_be_plain_or_binary_and_others_may_serve_below_a_prefix() throws Exception {
    assertThat(get("/any/a/b").body()).isEqualTo("{\"plain\":true}");
    HttpRequest binary =
        HttpRequest.newBuilder(URI.create(stack.doors() + "/any/binary")).build();
    assertThat(http.send(binary, BodyHandlers.ofByteArray()).body())
        .containsExactly(new byte[] {0, 1, 2});
    assertThat(get("/sim/telegram/x").body()).isEqualTo("simulated");
  }

  @Test
  void a_timer_ticks_by_the_platforms_clock_and_missed_ticks_become_one() throws Exception {
    Await.until("the tick at the start", () -> handlers.ticks.size() == 1);
    NOW.set(Instant.parse("2017-03-06T10:21:00Z"));
    Await.until("the late tick", () -> handlers.ticks.size() == 2);
    assertThat(handlers.ticks.getLast().path("time").asText()).isEqualTo("2017-03-06T10:20:00Z");
  }

  @Test
  void nothing_listens_beyond_loopback() throws Exception {
    List<Integer> ports =
        List.of(stack.doors(), stack.bus(), stack.sqs(), stack.dynamo()).stream()
            .map(URI::getPort)
            .toList();
    List<InetAddress> others =
        NetworkInterface.networkInterfaces()
            .flatMap(NetworkInterface::inetAddresses)
            .filter(it -> !it.isLoopbackAddress() && !it.isLinkLocalAddress())
            .toList();
    for (int port : ports) {
      assertThat(reachable(InetAddress.getByName("127.0.0.1"), port)).isTrue();
      for (InetAddress other : others) {
        assertThat(reachable(other, port)).as(other + ":" + port).isFalse();
      }
      assertThat(Listeners.of(port)).as("port " + port).allMatch(Listeners::loopback);
    }
  }

  private static boolean reachable(InetAddress address, int port) {
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress(address, port), 500);
      return true;
    } catch (java.io.IOException e) {
      return false;
    }
  }

  private static PutEventsRequestEntry noted(String id, int size) {
    return PutEventsRequestEntry.builder()
        .eventBusName("bus-test")
        .source("test")
        .detailType("noted")
        .detail("{\"id\":\"" + id + "\",\"size\":" + size + "}")
        .build();
  }

  private static JsonNode noted(String id) {
    return handlers.notes.stream()
        .filter(it -> it.path("detail").path("id").asText().equals(id))
        .findFirst()
        .orElseThrow();
  }

  private static boolean stored(String id) {
    return tables
        .getItem(
            get ->
                get.tableName("things-test")
                    .consistentRead(true)
                    .key(Map.of("pk", TestHandlers.text(id), "sk", TestHandlers.text("note"))))
        .hasItem();
  }

  private static HttpResponse<String> post(String path, String body) throws Exception {
    return http.send(
        HttpRequest.newBuilder(URI.create(stack.doors() + path))
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(body))
            .build(),
        BodyHandlers.ofString());
  }

  private static HttpResponse<String> get(String path) throws Exception {
    return http.send(
        HttpRequest.newBuilder(URI.create(stack.doors() + path)).build(), BodyHandlers.ofString());
  }
}
