package io.bitten.local.loopback;

import io.undertow.io.Sender;
import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.Headers;
import java.io.IOException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Executor;
import org.xnio.IoUtils;

/**
 * An {@link Endpoint} as an Undertow handler, so that it can run on a server of its own or under a
 * path of somebody else's. Each call runs on the given executor, because a simulated delay may
 * block.
 */
public final class LoopbackHandler implements HttpHandler {
  private final Endpoint endpoint;
  private final Executor executor;

  public LoopbackHandler(Endpoint endpoint, Executor executor) {
    this.endpoint = endpoint;
    this.executor = executor;
  }

  @Override
  public void handleRequest(HttpServerExchange exchange) {
    long arrived = System.nanoTime();
    exchange.dispatch(executor, dispatched -> serve(dispatched, arrived));
  }

  private void serve(HttpServerExchange exchange, long arrived) throws IOException {
    exchange.startBlocking();
    byte[] body = exchange.getInputStream().readNBytes(LoopbackServer.MAX_BODY_BYTES + 1);
    if (body.length > LoopbackServer.MAX_BODY_BYTES) {
      exchange.setStatusCode(413);
      exchange.endExchange();
      return;
    }
    switch (endpoint.answer(call(exchange, body, arrived))) {
      case Answer.Reply reply -> {
        exchange.setStatusCode(reply.status());
        exchange.getResponseHeaders().put(Headers.CONTENT_TYPE, "application/json");
        Sender sender = exchange.getResponseSender();
        sender.send(java.nio.ByteBuffer.wrap(reply.bytes()));
      }
      case Answer.Dropped _ -> IoUtils.safeClose(exchange.getConnection());
    }
  }

  private static Call call(HttpServerExchange exchange, byte[] body, long arrived) {
    Map<String, String> query = new HashMap<>();
    exchange.getQueryParameters().forEach((name, values) -> query.put(name, values.getFirst()));
    Map<String, String> headers = new HashMap<>();
    exchange
        .getRequestHeaders()
        .forEach(
            values ->
                headers.put(
                    values.getHeaderName().toString().toLowerCase(Locale.ROOT), values.getFirst()));
    String method = exchange.getRequestMethod().toString();
    return new Call(method, exchange.getRelativePath(), query, headers, body, arrived);
  }
}
