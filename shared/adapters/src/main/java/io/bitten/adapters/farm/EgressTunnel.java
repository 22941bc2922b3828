package io.bitten.adapters.farm;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.HexFormat;
import java.util.concurrent.Semaphore;

/**
 * A proxy on loopback for this process alone, since the JDK's HTTP client knows neither SOCKS nor
 * chains. It passes bytes on as they are; encryption stays between the client and the farm.
 */
public final class EgressTunnel implements AutoCloseable {
  /** The header of an answer that says that nothing left; its value only this process knows. */
  static final String MARK = "x-bitten-not-sent";

  private static final int CONNECTIONS = 256;
  private static final int CHUNK = 16_384;

  private final EgressDialer dialer;
  private final ServerSocket server;
  private final String secret;
  private final Semaphore places = new Semaphore(CONNECTIONS);

  private EgressTunnel(EgressDialer dialer, ServerSocket server, String secret) {
    this.dialer = dialer;
    this.server = server;
    this.secret = secret;
  }

  /**
   * Starts on a free port of loopback.
   *
   * @param timeout for each connection on the way
   */
  public static EgressTunnel start(Egress egress, Duration timeout) {
    byte[] random = new byte[16];
    new SecureRandom().nextBytes(random);
    try {
      ServerSocket server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
      EgressTunnel tunnel =
          new EgressTunnel(
              new EgressDialer(egress, timeout), server, HexFormat.of().formatHex(random));
      Thread.ofPlatform().daemon().name("egress").start(tunnel::accept);
      return tunnel;
    } catch (IOException e) {
      throw new UncheckedIOException("no port for the egress", e);
    }
  }

  InetSocketAddress address() {
    return new InetSocketAddress(InetAddress.getLoopbackAddress(), server.getLocalPort());
  }

  String secret() {
    return secret;
  }

  @Override
  public void close() {
    try {
      server.close();
    } catch (IOException e) {
      throw new UncheckedIOException("the egress does not close", e);
    }
  }

  private void accept() {
    while (!server.isClosed()) {
      try {
        Socket client = server.accept();
        if (places.tryAcquire()) {
          Thread.ofVirtual().name("egress").start(() -> carry(client));
        } else {
          client.close();
        }
      } catch (IOException e) {
        // Closed, or this one connection was gone before it was taken; the next call asks again.
        continue;
      }
    }
  }

  private void carry(Socket client) {
    try (client) {
      String head = EgressDialer.head(client.getInputStream());
      String[] line = head.lines().findFirst().orElse("").split(" ");
      if (line.length < 3) {
        return;
      }
      try (Socket farm = dialer.dial(target(line[1]))) {
        join(client, farm, head);
      } catch (EgressDialer.Unreached e) {
        write(
            client,
            "HTTP/1.1 502 Not sent\r\n" + MARK + ": " + secret + "\r\nContent-Length: 0\r\n\r\n");
      }
    } catch (IOException | IllegalArgumentException e) {
      // One side is gone, or the caller is none of ours: there is nobody to tell.
      return;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      places.release();
    }
  }

  private static void join(Socket client, Socket farm, String head)
      throws IOException, InterruptedException {
    if (head.startsWith("CONNECT ")) {
      write(client, "HTTP/1.1 200 OK\r\n\r\n");
    } else {
      write(farm, head);
    }
    Thread back = Thread.ofVirtual().start(() -> pump(farm, client));
    pump(client, farm);
    back.join();
  }

  private static InetSocketAddress target(String text) {
    URI uri = URI.create(text.contains("://") ? text : "https://" + text);
    int port = uri.getPort() > 0 ? uri.getPort() : uri.getScheme().equals("http") ? 80 : 443;
    return InetSocketAddress.createUnresolved(uri.getHost(), port);
  }

  private static void write(Socket to, String text) throws IOException {
    to.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
  }

  /** Until either side ends; then both do. */
  private static void pump(Socket from, Socket to) {
    byte[] chunk = new byte[CHUNK];
    try {
      InputStream in = from.getInputStream();
      OutputStream out = to.getOutputStream();
      for (int read = in.read(chunk); read >= 0; read = in.read(chunk)) {
        out.write(chunk, 0, read);
      }
      from.close();
      to.close();
    } catch (IOException e) {
      close(from);
      close(to);
    }
  }

  private static void close(Socket socket) {
    try {
      socket.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
