package io.bitten.local.platform;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.bitten.local.telegram.Archive;
import io.bitten.local.telegram.BotAccount;
import io.bitten.local.telegram.Person;
import io.bitten.local.telegram.SimMessage;
import io.bitten.local.telegram.TelegramSim;
import io.undertow.Handlers;
import io.undertow.Undertow;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LongPollingTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String TOKEN = "4242:obviously-fake-token-for-tests-only";
  private static final Duration LONG = Duration.ofSeconds(60);

  /** What came to the door. */
  private record Came(String secret, JsonNode update) {}

  private final TelegramSim sim =
      TelegramSim.start(
          new BotAccount(TOKEN, "bitten_sim_bot", "BITTEN"), InstantSource.system(), Archive.NONE);
  private final BlockingQueue<Came> came = new LinkedBlockingQueue<>();
  private final List<String> errors = new CopyOnWriteArrayList<>();
  private Undertow telegram;
  private HttpServer door;
  private LongPolling polling;
  private Person ann;
  private volatile int status = 200;
  private volatile long refused;
  private volatile String answer = "";

  @BeforeEach
  void open() throws IOException {
    telegram =
        Undertow.builder()
            .addHttpListener(0, "127.0.0.1")
            .setIoThreads(1)
            .setWorkerThreads(1)
            .setHandler(Handlers.path().addPrefixPath("/sim", sim.handler()))
            .build();
    telegram.start();
    door = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    door.createContext("/telegram/webhook", this::take);
    door.start();
    ann = sim.person("Ann");
    sim.say(ann.id(), "/start");
    polling = start(TOKEN);
  }

  private LongPolling start(String token) {
    return LongPolling.start(
        new LongPolling.Bot(api(), token),
        new LongPolling.Door(
            URI.create("http://127.0.0.1:" + door.getAddress().getPort() + "/telegram/webhook"),
            "the-secret"),
        errors::add);
  }

  private URI api() {
    int port = ((InetSocketAddress) telegram.getListenerInfo().getFirst().getAddress()).getPort();
    return URI.create("http://127.0.0.1:" + port + "/sim");
  }

  @AfterEach
  void close() {
    polling.close();
    sim.close();
    telegram.stop();
    door.stop(0);
  }

  private void take(HttpExchange exchange) throws IOException {
    JsonNode update = JSON.readTree(exchange.getRequestBody().readAllBytes());
    byte[] bytes = answer.getBytes(StandardCharsets.UTF_8);
    long from = update.path("message").path("from").path("id").asLong();
    int code = from == refused ? 429 : status;
    came.add(
        new Came(exchange.getRequestHeaders().getFirst("X-Telegram-Bot-Api-Secret-Token"), update));
    exchange.sendResponseHeaders(code, bytes.length == 0 ? -1 : bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }

  private Came next() throws InterruptedException {
    return Optional.ofNullable(came.poll(LONG.toSeconds(), TimeUnit.SECONDS)).orElseThrow();
  }

  private int pending() throws IOException, InterruptedException {
    try (HttpClient client = HttpClient.newHttpClient()) {
      URI uri = URI.create(api() + "/bot" + TOKEN + "/getWebhookInfo");
      HttpRequest request = HttpRequest.newBuilder(uri).timeout(LONG).build();
      String body = client.send(request, HttpResponse.BodyHandlers.ofString()).body();
      return JSON.readTree(body).path("result").path("pending_update_count").asInt(-1);
    }
  }

  private void awaitNonePending() throws IOException, InterruptedException {
    long end = System.nanoTime() + LONG.toNanos();
    while (pending() != 0 && System.nanoTime() < end) {
      LockSupport.parkNanos(20_000_000);
    }
    assertThat(pending()).isZero();
  }

  @Test
  void a_message_reaches_the_door_once_and_is_acknowledged() throws Exception {
    Came start = next();
    sim.say(ann.id(), "hello");
    Came hello = next();
    awaitNonePending();

    assertThat(start.secret()).isEqualTo("the-secret");
    assertThat(start.update().path("message").path("text").asText()).isEqualTo("/start");
    assertThat(hello.update().path("message").path("text").asText()).isEqualTo("hello");
    assertThat(came).isEmpty();
    assertThat(errors).isEmpty();
  }

  @Test
  void what_the_door_refused_comes_again() throws Exception {
    next();
    awaitNonePending();
    status = 503;
    sim.say(ann.id(), "hello");
    Came first = next();
    assertThat(pending()).isEqualTo(1);
    status = 200;
    Came second = next();
    awaitNonePending();

    assertThat(second.update()).isEqualTo(first.update());
    assertThat(errors).isNotEmpty().allMatch(line -> line.endsWith("with 503"));
  }

  @Test
  void what_the_door_will_never_take_holds_up_nobody() throws Exception {
    next();
    Person bob = sim.person("Bob");
    refused = ann.id();
    sim.say(ann.id(), "once too often");
    sim.say(bob.id(), "hello");
    Came first = next();
    Came second = next();
    awaitNonePending();

    assertThat(first.update().path("message").path("text").asText()).isEqualTo("once too often");
    assertThat(second.update().path("message").path("text").asText()).isEqualTo("hello");
    assertThat(came).isEmpty();
    assertThat(errors).hasSize(1).first().asString().endsWith("with 429, which is final");
  }

  @Test
  void the_method_in_the_doors_answer_is_called() throws Exception {
    answer =
        JSON.createObjectNode()
            .put("method", "sendMessage")
            .put("chat_id", ann.id())
            .put("text", "from the door")
            .toString();
    Optional<SimMessage> said = sim.awaitMessage(m -> m.text().contains("from the door"), LONG);

    assertThat(said).isPresent();
    assertThat(errors).isEmpty();
  }

  @Test
  void a_wrong_token_is_said_without_it() throws Exception {
    polling.close();
    polling = start("4343:another-token");
    long end = System.nanoTime() + LONG.toNanos();
    while (errors.isEmpty() && System.nanoTime() < end) {
      LockSupport.parkNanos(20_000_000);
    }

    assertThat(errors).first().asString().startsWith("telegram: deleteWebhook: 401");
    assertThat(String.join("", errors)).doesNotContain("another-token");
  }
}
