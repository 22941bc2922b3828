package io.bitten.local.runtime;

import io.undertow.Undertow;
import io.undertow.UndertowOptions;
import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import io.undertow.server.handlers.GracefulShutdownHandler;
import io.undertow.server.handlers.PathHandler;
import java.net.BindException;
import java.net.InetSocketAddress;
import java.net.URI;

/** One HTTP server on 127.0.0.1; what it serves may be added while it runs. */
final class Web implements AutoCloseable {
  /** API Gateway's limit for a body. */
  private static final long MOST_BODY_BYTES = 10L * 1024 * 1024;

  private static final int MOST_HEADER_BYTES = 64 * 1024;
  private static final int IDLE_TIMEOUT_MS = 75_000;

  private static final int MOST_SHUTDOWN_MS = 5_000;

  private final PathHandler paths = new PathHandler(Web::closed);
  private final GracefulShutdownHandler gate = new GracefulShutdownHandler(paths);
  private final Undertow server;
  private final URI address;

  Web(int port) {
    server =
        Undertow.builder()
            .addHttpListener(port, "127.0.0.1", gate)
            .setIoThreads(2)
            .setWorkerThreads(1)
            .setServerOption(UndertowOptions.MAX_ENTITY_SIZE, MOST_BODY_BYTES)
            .setServerOption(UndertowOptions.MAX_HEADER_SIZE, MOST_HEADER_BYTES)
            .setServerOption(UndertowOptions.NO_REQUEST_TIMEOUT, IDLE_TIMEOUT_MS)
            .build();
    start(port);
    InetSocketAddress bound = (InetSocketAddress) server.getListenerInfo().getFirst().getAddress();
    address = URI.create("http://127.0.0.1:" + bound.getPort());
  }

  private void start(int port) {
    try {
      server.start();
    } catch (RuntimeException e) {
      throw e.getCause() instanceof BindException
          ? new IllegalStateException(
              "port " + port + " on 127.0.0.1 is taken; choose another with --port", e.getCause())
          : e;
    }
  }

  private static void closed(HttpServerExchange exchange) {
    HttpAnswer.gateway(exchange, 503, "Service Unavailable");
  }

  URI address() {
    return address;
  }

  void mount(String prefix, HttpHandler handler) {
    paths.addPrefixPath(prefix, handler);
  }

  /** Takes no more requests, lets those in hand finish for five seconds, stops. */
  @Override
  public void close() {
    gate.shutdown();
    try {
      gate.awaitShutdown(MOST_SHUTDOWN_MS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    server.stop();
  }
}
