package io.bitten.local.telegram;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpServer;
import io.undertow.Handlers;
import io.undertow.Undertow;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** A simulator behind a real HTTP server on a free port, and a bot's door on another. */
final class HttpRig implements AutoCloseable {
  static final String PREFIX = "/sim/telegram";

  /** One call of the webhook. */
  record Call(String secret, JsonNode update) {}

  final TelegramSim sim = TelegramSim.start(Rig.BOT, InstantSource.system(), Archive.NONE);
  final List<Call> calls = new CopyOnWriteArrayList<>();
  private final Undertow server;
  private final HttpServer bot;
  private final HttpClient client = HttpClient.newHttpClient();
  private final Semaphore arrived = new Semaphore(0);
  private volatile int botStatus = 200;
  private volatile String botAnswer = "";

  HttpRig() throws IOException {
    server =
        Undertow.builder()
            .addHttpListener(0, "127.0.0.1")
            .setIoThreads(1)
            .setWorkerThreads(1)
            .setHandler(Handlers.path().addPrefixPath(PREFIX, sim.handler()))
            .build();
    server.start();
    bot = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    bot.createContext(
        "/",
        exchange -> {
          String secret = exchange.getRequestHeaders().getFirst("X-Telegram-Bot-Api-Secret-Token");
          calls.add(
              new Call(
                  secret,
                  Json.read(
                      new String(
                          exchange.getRequestBody().readAllBytes(),
                          java.nio.charset.StandardCharsets.UTF_8))));
          arrived.release();
          exchange.getResponseHeaders().add("Content-Type", "application/json");
          byte[] bytes = botAnswer.getBytes(java.nio.charset.StandardCharsets.UTF_8);
          exchange.sendResponseHeaders(botStatus, bytes.length == 0 ? -1 : bytes.length);
          exchange.getResponseBody().write(bytes);
          exchange.close();
        });
    bot.start();
  }

  void botAnswers(int status, String json) {
    botStatus = status;
    botAnswer = json;
  }

  /** Waits until the webhook was called this often since the last wait. */
  void awaitCalls(int count) throws InterruptedException {
    if (!arrived.tryAcquire(count, 60, TimeUnit.SECONDS)) {
      throw new AssertionError("only " + calls.size() + " calls arrived");
    }
  }

  String hookUrl() {
    return "http://127.0.0.1:" + bot.getAddress().getPort() + "/telegram/webhook";
  }

  int port() {
    return ((InetSocketAddress) server.getListenerInfo().getFirst().getAddress()).getPort();
  }

  URI uri(String path) {
    return URI.create("http://127.0.0.1:" + port() + PREFIX + path);
  }

  HttpResponse<String> get(String path) throws IOException, InterruptedException {
    return send(HttpRequest.newBuilder(uri(path)).GET());
  }

  HttpResponse<String> post(String path, String type, String body)
      throws IOException, InterruptedException {
    return send(
        HttpRequest.newBuilder(uri(path))
            .header("Content-Type", type)
            .POST(HttpRequest.BodyPublishers.ofString(body)));
  }

  HttpResponse<String> postJson(String path, String body) throws IOException, InterruptedException {
    return post(path, "application/json", body);
  }

  HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
    return client.send(
        request.timeout(Duration.ofSeconds(60)).build(), HttpResponse.BodyHandlers.ofString());
  }

  static String method(String name) {
    return "/bot" + Rig.BOT.token() + "/" + name;
  }

  @Override
  public void close() {
    sim.close();
    server.stop();
    bot.stop(0);
    client.close();
  }
}
