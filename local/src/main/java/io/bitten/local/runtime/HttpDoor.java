package io.bitten.local.runtime;

import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.HeaderValues;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.Executor;

/**
 * The HTTP API: routes requests to functions and answers in its place where none matches. As in the
 * cloud a path with another method is 404, not 405.
 */
final class HttpDoor implements HttpHandler {
  /** API Gateway's limit for the request line and all headers. */
  private static final int MOST_HEADER_BYTES = 10_240;

  private final List<RoutePath> routes;
  private final InstantSource time;
  private final ErrorLines errors;
  private final Executor executor;

  HttpDoor(List<RoutePath> routes, InstantSource time, ErrorLines errors, Executor executor) {
    this.routes = routes.stream().sorted().toList();
    this.time = time;
    this.errors = errors;
    this.executor = executor;
  }

  @Override
  public void handleRequest(HttpServerExchange exchange) {
    if (headerBytes(exchange) > MOST_HEADER_BYTES) {
      HttpAnswer.gateway(exchange, 431, "Request Header Fields Too Large");
      return;
    }
    String method = exchange.getRequestMethod().toString();
    for (RoutePath route : routes) {
      if (route.matches(method, exchange.getRequestPath())) {
        exchange
            .getRequestReceiver()
            .receiveFullBytes(
                (it, body) -> it.dispatch(executor, () -> invoke(it, route, body)),
                (it, error) -> HttpAnswer.gateway(it, 413, "Request Entity Too Large"));
        return;
      }
    }
    HttpAnswer.gateway(exchange, 404, "Not Found");
  }

  private void invoke(HttpServerExchange exchange, RoutePath route, byte[] body) {
    byte[] event = HttpEvent.of(exchange, route, body, time.instant());
    if (event.length > FunctionPool.MOST_BYTES) {
      HttpAnswer.gateway(exchange, 413, "Request Entity Too Large");
      return;
    }
    try {
      switch (route.pool().invoke(event)) {
        case Outcome.Answered(byte[] bytes) -> HttpAnswer.send(exchange, bytes);
        case Outcome.Failed _ -> HttpAnswer.gateway(exchange, 500, "Internal Server Error");
      }
    } catch (IllegalArgumentException e) {
      errors.print(route.pool().function().id(), "", e);
      HttpAnswer.gateway(exchange, 500, "Internal Server Error");
    } catch (InterruptedException e) {
      HttpAnswer.gateway(exchange, 503, "Service Unavailable");
    }
  }

  private static int headerBytes(HttpServerExchange exchange) {
    int bytes = exchange.getRequestURI().length() + exchange.getQueryString().length();
    for (HeaderValues values : exchange.getRequestHeaders()) {
      for (String value : values) {
        bytes += values.getHeaderName().length() + value.length() + 4;
      }
    }
    return bytes;
  }
}
