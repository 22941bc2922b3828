package io.bitten.local.loopback;

import io.undertow.Undertow;
import io.undertow.UndertowOptions;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** An HTTP server of one endpoint on 127.0.0.1, with keep-alive. */
public final class LoopbackServer implements AutoCloseable {
  /** The largest request body that is read; a longer one is answered with 413. */
  public static final int MAX_BODY_BYTES = 1 << 20;

  private static final int IO_THREADS = 2;

  private final Undertow server;
  private final ExecutorService executor;

  private LoopbackServer(Undertow server, ExecutorService executor) {
    this.server = server;
    this.executor = executor;
  }

  /** Listens on the port, or on a free one when it is 0. */
  public static LoopbackServer start(int port, Endpoint endpoint) {
    ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor();
    Undertow server =
        Undertow.builder()
            .addHttpListener(port, "127.0.0.1")
            .setIoThreads(IO_THREADS)
            .setWorkerThreads(1)
            .setServerOption(UndertowOptions.MAX_ENTITY_SIZE, 2L * MAX_BODY_BYTES)
            .setHandler(new LoopbackHandler(endpoint, executor))
            .build();
    server.start();
    return new LoopbackServer(server, executor);
  }

  public int port() {
    return ((InetSocketAddress) server.getListenerInfo().getFirst().getAddress()).getPort();
  }

  public URI uri() {
    return URI.create("http://127.0.0.1:" + port());
  }

  @Override
  public void close() {
    server.stop();
    executor.shutdownNow();
  }
}
