package io.bitten.adapters.farm;

import static org.assertj.core.api.Assertions.assertThat;

import io.bitten.core.relay.Permit;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How calls end whose farm, proxy or caller does not play along. */
@Timeout(300)
final class FarmHttpTest {
  static final byte[] BODY = "{}".getBytes(StandardCharsets.UTF_8);
  static final Duration LONG = Duration.ofSeconds(120);
  private static final long MUCH = 32L << 20;

  private final TinyFarm tiny = new TinyFarm();
  private final Semaphore left = new Semaphore(0);

  @AfterEach
  void close() {
    tiny.close();
  }

  @Test
  void a_caller_who_is_interrupted_goes_on_at_once_whatever_thread_it_is() throws Exception {
    tiny.cut("/execute", TinyFarm.Cut.STALLS_BEFORE_THE_ANSWER);
    FarmHttp http = http(tiny.url(), LONG, Egress.straight());
    for (Thread.Builder kind : List.of(Thread.ofPlatform(), Thread.ofVirtual())) {
      CompletableFuture<FarmReply> reply = new CompletableFuture<>();
      CountDownLatch there = new CountDownLatch(1);
      Thread caller = kind.start(() -> reply.complete(http.post("/execute", BODY, noted(there))));
      assertThat(there.await(60, TimeUnit.SECONDS)).isTrue();
      caller.interrupt();
      assertThat(reply).succeedsWithin(60, TimeUnit.SECONDS).isInstanceOf(FarmReply.Lost.class);
    }
  }

  @Test
  void a_call_under_way_when_the_connections_are_left_is_lost_and_the_next_goes_well()
      throws Exception {
    tiny.cut("/execute", TinyFarm.Cut.STALLS_BEFORE_THE_ANSWER);
    tiny.answer("/close", 200, "{}");
    FarmHttp http = http(tiny.url(), LONG, Egress.straight());
    CountDownLatch there = new CountDownLatch(1);
    CompletableFuture<FarmReply> reply =
        CompletableFuture.supplyAsync(
            () -> http.post("/execute", BODY, noted(there)), Thread::startVirtualThread);
    assertThat(there.await(60, TimeUnit.SECONDS)).isTrue();
    http.reset();
    assertThat(reply).succeedsWithin(60, TimeUnit.SECONDS).isInstanceOf(FarmReply.Lost.class);
    assertThat(http.post("/close", BODY)).isInstanceOf(FarmReply.Got.class);
  }

  @Test
  void a_connection_left_at_the_last_moment_is_not_made_anew_behind_the_permits_back() {
    tiny.answer("/execute", 200, "{}");
    FarmHttp http = http(tiny.url(), LONG, Egress.straight());
    FarmReply reply =
        http.post(
            "/execute",
            BODY,
            () -> {
              http.reset();
              return true;
            });
    assertThat(reply).isInstanceOf(FarmReply.Lost.class);
    assertThat(tiny.requests()).isEmpty();
  }

  @Test
  void a_kept_connection_that_the_farm_has_left_is_not_used_again() throws Exception {
    AtomicInteger connections = new AtomicInteger();
    try (ServerSocket server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
      Thread.ofVirtual().start(() -> serve(server, connections, new Told(200, 1)));
      URI url = URI.create("http://127.0.0.1:" + server.getLocalPort());
      FarmHttp http = http(url, LONG, Egress.straight());
      assertThat(http.post("/execute", BODY)).isInstanceOf(FarmReply.Got.class);
      assertThat(left.tryAcquire(60, TimeUnit.SECONDS)).isTrue();
      assertThat(http.post("/execute", BODY)).isInstanceOf(FarmReply.Got.class);
    }
    assertThat(connections).hasValue(2);
  }

  @Test
  void an_answer_that_nobody_asked_for_is_not_the_next_ones() throws Exception {
    AtomicInteger connections = new AtomicInteger();
    try (ServerSocket server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
      Thread.ofVirtual().start(() -> answerTwice(server, connections));
      URI url = URI.create("http://127.0.0.1:" + server.getLocalPort());
      FarmHttp http = http(url, LONG, Egress.straight());
      for (int i = 1; i <= 2; i++) {
        FarmReply reply = http.post("/execute", BODY);
        assertThat(reply).isInstanceOf(FarmReply.Got.class);
        assertThat(((FarmReply.Got) reply).body()).asString().isEqualTo(Integer.toString(i));
      }
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {307, 308, 429, 503})
  void nothing_a_farm_says_makes_the_client_send_again_on_a_kept_connection(int status)
      throws Exception {
    AtomicInteger requests = new AtomicInteger();
    try (ServerSocket server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
      Thread.ofVirtual().start(() -> serve(server, requests, new Told(status, 5)));
      URI url = URI.create("http://127.0.0.1:" + server.getLocalPort());
      http(url, LONG, Egress.straight()).post("/execute", BODY);
    }
    assertThat(requests).hasValue(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"X: ", "X: y\r\n", "X: y\r\n z"})
  void a_head_that_never_ends_is_an_answer_lost_long_before_memory_is(String again)
      throws Exception {
    try (ServerSocket server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
      CompletableFuture<Long> said = new CompletableFuture<>();
      Thread.ofVirtual().start(() -> say(server, again, said));
      URI url = URI.create("http://127.0.0.1:" + server.getLocalPort());
      assertThat(http(url, LONG, Egress.straight()).post("/execute", BODY))
          .isInstanceOfSatisfying(
              FarmReply.Lost.class,
              lost -> assertThat(lost.why()).startsWith("MessageConstraintException: Maximum"));
      assertThat(said).succeedsWithin(60, TimeUnit.SECONDS);
      assertThat(said.join()).isLessThan(MUCH);
    }
  }

  /** Until nobody listens any more, or much was said. */
  private static void say(ServerSocket server, String again, CompletableFuture<Long> said) {
    byte[] piece = again.repeat(1_000).getBytes(StandardCharsets.US_ASCII);
    long bytes = 0;
    try (Socket client = server.accept()) {
      EgressDialer.head(client.getInputStream());
      client.getOutputStream().write("HTTP/1.1 200 x\r\n".getBytes(StandardCharsets.US_ASCII));
      while (bytes < MUCH) {
        client.getOutputStream().write(piece);
        bytes += piece.length;
      }
      said.complete(bytes);
    } catch (IOException e) {
      // The connection was left.
      said.complete(bytes);
    }
  }

  /** Each connection's first request is answered by the connection's number, and then again. */
  private static void answerTwice(ServerSocket server, AtomicInteger connections) {
    List<Socket> kept = new ArrayList<>();
    try {
      while (true) {
        Socket client = server.accept();
        kept.add(client);
        EgressDialer.head(client.getInputStream());
        client.getInputStream().readNBytes(BODY.length);
        String answer =
            "HTTP/1.1 200 x\r\nContent-Length: 1\r\n\r\n" + connections.incrementAndGet();
        client.getOutputStream().write((answer + answer).getBytes(StandardCharsets.US_ASCII));
      }
    } catch (IOException e) {
      // Closed with the test.
      return;
    }
  }

  /** What is said, and after how many answers a connection that was promised to stay is left. */
  private record Told(int status, int answers) {}

  private void serve(ServerSocket server, AtomicInteger requests, Told told) {
    try {
      while (true) {
        try (Socket client = server.accept()) {
          for (int i = 0; i < told.answers(); i++) {
            InputStream in = client.getInputStream();
            EgressDialer.head(in);
            in.readNBytes(BODY.length);
            requests.incrementAndGet();
            String head =
                "HTTP/1.1 %d x\r\nRetry-After: 0\r\nLocation: /elsewhere\r\nContent-Length: 2\r\n\r\n"
                    .formatted(told.status());
            client.getOutputStream().write((head + "{}").getBytes(StandardCharsets.US_ASCII));
          }
        }
        left.release();
      }
    } catch (IOException e) {
      // Closed with the test, or by whoever called.
      return;
    }
  }

  private static Permit noted(CountDownLatch there) {
    return () -> {
      there.countDown();
      return true;
    };
  }

  static FarmHttp http(URI url, Duration timeout, Egress egress) {
    return new FarmHttp(settings(url, timeout), egress);
  }

  static FarmSettings settings(URI url, Duration timeout) {
    return new FarmSettings(url, "", "broker1", Map.of(), LONG, timeout, timeout, 1);
  }
}
