package io.bitten.local.telegram;

import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.Headers;
import io.undertow.util.HttpString;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.xnio.IoUtils;

/** The HTTP side: the Bot API, the page's files and the page's own API. */
final class SimDoor implements HttpHandler {
  static final String CSP =
      "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self';"
          + " img-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

  private final BotApi api;
  private final PageApi page;
  private final PageFiles files = new PageFiles();
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

  SimDoor(BotApi api, PageApi page) {
    this.api = api;
    this.page = page;
  }

  @Override
  public void handleRequest(HttpServerExchange exchange) {
    exchange.dispatch(threads, this::serve);
  }

  void close() {
    threads.shutdownNow();
  }

  private void serve(HttpServerExchange exchange) throws IOException {
    exchange.startBlocking();
    exchange.getResponseHeaders().put(Headers.CACHE_CONTROL, "no-store");
    exchange.getResponseHeaders().put(new HttpString("X-Content-Type-Options"), "nosniff");
    String path = exchange.getRelativePath();
    if (path.startsWith("/bot")) {
      bot(exchange, path.substring("/bot".length()));
    } else if (path.startsWith("/api/")) {
      page(exchange, path.substring("/api/".length()));
    } else {
      file(exchange, path);
    }
  }

  private void bot(HttpServerExchange exchange, String path) throws IOException {
    String method = exchange.getRequestMethod().toString();
    if (!method.equals("GET") && !method.equals("POST")) {
      answer(exchange, new ApiAnswer.Error(405, "Method Not Allowed", 0));
      return;
    }
    int slash = path.indexOf('/');
    if (slash < 1) {
      answer(exchange, new ApiAnswer.Error(404, "Not Found", 0));
      return;
    }
    try {
      Params params = RequestBody.params(exchange);
      answer(exchange, api.call(path.substring(0, slash), path.substring(slash + 1), params));
    } catch (RequestBody.Unreadable unreadable) {
      answer(
          exchange,
          new ApiAnswer.Error(unreadable.status(), "Bad Request: " + unreadable.getMessage(), 0));
    }
  }

  private static void answer(HttpServerExchange exchange, ApiAnswer answer) {
    if (answer instanceof ApiAnswer.Silence) {
      IoUtils.safeClose(exchange.getConnection());
      return;
    }
    if (answer instanceof ApiAnswer.Error error && error.retryAfterSeconds() > 0) {
      exchange
          .getResponseHeaders()
          .put(Headers.RETRY_AFTER, Integer.toString(error.retryAfterSeconds()));
    }
    send(exchange, answer.status(), Json.write(answer.toJson()));
  }

  private void page(HttpServerExchange exchange, String path) throws IOException {
    String refusal = stranger(exchange);
    if (!refusal.isEmpty()) {
      answer(exchange, PageAnswer.error(403, refusal));
      return;
    }
    try {
      String method = exchange.getRequestMethod().toString();
      List<String> segments = List.of(path.split("/", 8));
      PageRequest request =
          new PageRequest(
              method,
              segments,
              RequestBody.query(exchange),
              method.equals("POST") ? RequestBody.json(exchange) : Json.object());
      answer(exchange, page.handle(request));
    } catch (RequestBody.Unreadable unreadable) {
      answer(exchange, PageAnswer.error(unreadable.status(), unreadable.getMessage()));
    }
  }

  /** Other sites open in the same browser must not act as a person here; why they may not. */
  private static String stranger(HttpServerExchange exchange) {
    String host = header(exchange, Headers.HOST);
    if (!Loopback.isAuthority(host)) {
      return "this page is for this machine only";
    }
    String origin = header(exchange, Headers.ORIGIN);
    boolean same =
        origin.isEmpty() || origin.substring(origin.indexOf(':') + 1).equals("//" + host);
    return same ? "" : "this page may be used by itself only";
  }

  private static String header(HttpServerExchange exchange, HttpString name) {
    String value = exchange.getRequestHeaders().getFirst(name);
    return value == null ? "" : value.toLowerCase(java.util.Locale.ROOT);
  }

  private static void answer(HttpServerExchange exchange, PageAnswer answer) {
    send(exchange, answer.status(), Json.write(answer.body()));
  }

  private void file(HttpServerExchange exchange, String path) {
    if (path.isEmpty()) {
      exchange.setStatusCode(308);
      exchange.getResponseHeaders().put(Headers.LOCATION, exchange.getRequestPath() + "/");
      exchange.endExchange();
      return;
    }
    exchange.getResponseHeaders().put(new HttpString("Content-Security-Policy"), CSP);
    exchange.getResponseHeaders().put(new HttpString("Referrer-Policy"), "no-referrer");
    PageFiles.Found found = files.find(exchange.getRequestMethod().toString(), path);
    exchange.setStatusCode(found.status());
    exchange.getResponseHeaders().put(Headers.CONTENT_TYPE, found.type());
    exchange.getResponseSender().send(java.nio.ByteBuffer.wrap(found.bytes()));
  }

  private static void send(HttpServerExchange exchange, int status, String json) {
    exchange.setStatusCode(status);
    exchange.getResponseHeaders().put(Headers.CONTENT_TYPE, "application/json; charset=utf-8");
    exchange.getResponseSender().send(json, StandardCharsets.UTF_8);
  }
}
