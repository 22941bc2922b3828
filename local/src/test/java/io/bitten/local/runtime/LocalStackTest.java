package io.bitten.local.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.eventbridge.model.PutEventsRequestEntry;
import software.amazon.awssdk.services.eventbridge.model.PutEventsResponse;

class LocalStackTest {
  /** A firewall may swallow what is asked of the machine's other addresses. */
  private static final int CONNECT_MS = 5_000;

  private static SmallStack small;

  @BeforeAll
  static void start() throws IOException {
    small = SmallStack.whole();
  }

  @AfterAll
  static void stop() {
    small.close();
  }

  @Test
  void a_request_becomes_an_event_a_message_and_a_stored_item() throws Exception {
    HttpResponse<String> answer = small.post("/orders/o1", "{\"id\":\"o1\",\"size\":4}");
    assertThat(answer.statusCode()).isEqualTo(202);
    assertThat(answer.body()).isEqualTo("ok");
    assertThat(answer.headers().firstValue("x-test")).hasValue("yes");
    assertThat(answer.headers().firstValue("set-cookie")).hasValue("a=1");
    Await.until("the stored item", () -> small.stored("o1"));
    JsonNode envelope = noted("o1");
    assertThat(envelope.path("source").asText()).isEqualTo("test");
    assertThat(envelope.path("detail-type").asText()).isEqualTo("noted");
    assertThat(envelope.path("version").asText()).isEqualTo("0");
    assertThat(envelope.path("time").asText()).isEqualTo(small.now.get().toString());
  }

  @Test
  void an_event_that_no_rule_matches_goes_nowhere() throws Exception {
    small.post("/orders/small", "{\"id\":\"small\",\"size\":3}");
    small.post("/orders/big", "{\"id\":\"big\",\"size\":5}");
    Await.until("the matching one", () -> small.stored("big"));
    assertThat(small.stored("small")).isFalse();
  }

  @Test
  void only_the_failed_message_of_a_batch_comes_back() throws Exception {
    small.handlers.failuresLeft.put("p2", 1);
    PutEventsResponse response =
        small.bus.putEvents(put -> put.entries(noted("p1", 4), noted("p2", 4), noted("p3", 4)));
    assertThat(response.failedEntryCount()).isZero();
    Await.until("all three", () -> small.stored("p1") && small.stored("p2") && small.stored("p3"));
    assertThat(small.handlers.failuresLeft).containsEntry("p2", 0);
  }

  @Test
  void a_group_keeps_its_order_over_a_failure_and_others_pass_it() throws Exception {
    small.handlers.failuresLeft.put("a2", 1);
    small.handlers.waitsFor.put("a2", "b:b2");
    for (String body : List.of("a1", "a2", "a3", "a4", "b1", "b2")) {
      small.send("steps-test.fifo", body, body.substring(0, 1));
    }
    Await.until(
        "all six",
        () -> small.handlers.steps.stream().filter(it -> it.matches("[ab]:.*")).count() == 6);
    assertThat(small.handlers.steps)
        .containsSubsequence("a:a1", "a:a2", "a:a3", "a:a4")
        .containsSubsequence("b:b1", "b:b2")
        .containsSubsequence("b:b2", "a:a2");
  }

  @Test
  void a_message_that_fails_five_times_is_a_dead_letter() throws Exception {
    small.handlers.failuresLeft.put("dead", 99);
    small.bus.putEvents(put -> put.entries(noted("dead", 9)));
    Await.until("the dead letter", () -> small.sqs.waiting("notes-test-dead") == 1);
    assertThat(small.handlers.failuresLeft).containsEntry("dead", 94);
  }

  @Test
  void put_events_answers_entry_by_entry() {
    PutEventsResponse response =
        small.bus.putEvents(
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
    small.bus.putEvents(put -> put.entries(entry));
    Await.until("the step", () -> small.handlers.steps.contains("from-bus:{\"n\":1}"));
  }

  @Test
  void a_timer_ticks_by_the_platforms_clock_and_missed_ticks_become_one() throws Exception {
    Await.until("the tick at the start", () -> small.handlers.ticks.size() == 1);
    small.now.set(Instant.parse("2017-03-06T10:21:00Z"));
    Await.until("the late tick", () -> small.handlers.ticks.size() == 2);
    assertThat(small.handlers.ticks.getLast().path("time").asText())
        .isEqualTo("2017-03-06T10:20:00Z");
  }

  @Test
  void nothing_listens_beyond_loopback() throws Exception {
    List<Integer> ports =
        List.of(small.stack.doors(), small.stack.bus(), small.stack.sqs(), small.stack.dynamo())
            .stream()
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
      socket.connect(new InetSocketAddress(address, port), CONNECT_MS);
      return true;
    } catch (IOException e) {
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
    return small.handlers.notes.stream()
        .filter(it -> it.path("detail").path("id").asText().equals(id))
        .findFirst()
        .orElseThrow();
  }
}
