package io.bitten.adapters.farm;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;

/** An HTTP proxy that knows CONNECT alone. */
final class TinyProxy implements AutoCloseable {
  private final ServerSocket server;
  private final AtomicInteger served = new AtomicInteger();

  TinyProxy() {
    try {
      server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Thread.ofVirtual().start(this::accept);
  }

  InetSocketAddress address() {
    return new InetSocketAddress(InetAddress.getLoopbackAddress(), server.getLocalPort());
  }

  int served() {
    return served.get();
  }

  @Override
  public void close() {
    try {
      server.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void accept() {
    try {
      while (true) {
        Socket client = server.accept();
        Thread.ofVirtual().start(() -> carry(client));
      }
    } catch (IOException e) {
      // Closed with the test.
      return;
    }
  }

  private void carry(Socket client) {
    try (client) {
      String[] asked = EgressDialer.head(client.getInputStream()).split("[ :]");
      try (Socket target = new Socket(asked[1], Integer.parseInt(asked[2]))) {
        served.incrementAndGet();
        client
            .getOutputStream()
            .write("HTTP/1.1 200 OK\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
        TinySocks.join(client, target);
      }
    } catch (IOException | InterruptedException e) {
      // The client sees that the connection is gone.
      return;
    }
  }
}
