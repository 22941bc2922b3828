package io.bitten.adapters.farm;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.Socket;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** Makes connections by an {@link Egress}. */
final class EgressDialer {
  private static final int LONGEST_HEAD = 8_192;

  private final Egress egress;
  private final int timeoutMs;
  private final AtomicInteger turn = new AtomicInteger();

  EgressDialer(Egress egress, Duration timeout) {
    this.egress = egress;
    this.timeoutMs = (int) timeout.toMillis();
  }

  /**
   * A connection to the target by the first way that works.
   *
   * @throws Unreached when none does, and nothing reached the target
   */
  Socket dial(InetSocketAddress target) throws Unreached {
    List<String> reasons = new ArrayList<>();
    for (Egress.Way way : egress.ways()) {
      try {
        return dial(way, target);
      } catch (IOException e) {
        reasons.add(way.getClass().getSimpleName() + ": " + e.getMessage());
      }
    }
    return switch (egress.otherwise()) {
      case CLOSED -> throw new Unreached("every way out is down: " + reasons);
      case DIRECT -> direct(target);
    };
  }

  /** Milliseconds for one connection. */
  int timeoutMs() {
    return timeoutMs;
  }

  /** How long a {@link #dial} may take with every way tried and every name looked up. */
  Duration longest() {
    return Duration.ofMillis((long) timeoutMs * (egress.ways().size() + 1));
  }

  /** No connection came about. */
  static final class Unreached extends IOException {
    private static final long serialVersionUID = 1;

    Unreached(String message) {
      super(message);
    }
  }

  private Socket direct(InetSocketAddress target) throws Unreached {
    try {
      return connected(SocketChannel.open().socket(), resolved(target));
    } catch (IOException e) {
      throw new Unreached((egress.ways().isEmpty() ? "" : "not even directly: ") + e.getMessage());
    }
  }

  private Socket dial(Egress.Way way, InetSocketAddress target) throws IOException {
    return switch (way) {
      case Egress.Way.Socks socks ->
          connected(new Socket(new Proxy(Proxy.Type.SOCKS, resolved(socks.proxy()))), target);
      case Egress.Way.Chain chain -> chained(chain.proxies(), target);
      case Egress.Way.Sources sources -> rotated(sources.addresses(), target);
    };
  }

  private Socket chained(List<InetSocketAddress> proxies, InetSocketAddress target)
      throws IOException {
    Socket socket = connected(SocketChannel.open().socket(), resolved(proxies.getFirst()));
    try {
      for (int i = 1; i <= proxies.size(); i++) {
        tunnel(socket, i < proxies.size() ? proxies.get(i) : target);
      }
      return socket;
    } catch (IOException e) {
      socket.close();
      throw e;
    }
  }

  private void tunnel(Socket socket, InetSocketAddress next) throws IOException {
    String address = next.getHostString() + ":" + next.getPort();
    String ask = "CONNECT " + address + " HTTP/1.1\r\nHost: " + address + "\r\n\r\n";
    socket.setSoTimeout(timeoutMs);
    socket.getOutputStream().write(ask.getBytes(StandardCharsets.US_ASCII));
    String head = head(socket.getInputStream());
    if (!head.matches("(?s)HTTP/1\\.[01] 200 .*")) {
      throw new IOException("no tunnel to " + address + ": " + head.lines().findFirst().orElse(""));
    }
    socket.setSoTimeout(0);
  }

  /** Everything up to and with the empty line. */
  static String head(InputStream in) throws IOException {
    StringBuilder head = new StringBuilder();
    while (head.indexOf("\r\n\r\n") < 0) {
      int next = in.read();
      if (next < 0 || head.length() >= LONGEST_HEAD) {
        throw new IOException("no whole head of a message");
      }
      head.append((char) next);
    }
    return head.toString();
  }

  private Socket rotated(List<InetAddress> addresses, InetSocketAddress target) throws IOException {
    IOException last = new IOException("no address");
    for (int i = 0; i < addresses.size(); i++) {
      InetAddress source = addresses.get(Math.floorMod(turn.getAndIncrement(), addresses.size()));
      Socket socket = SocketChannel.open().socket();
      try {
        socket.bind(new InetSocketAddress(source, 0));
        return connected(socket, resolved(target));
      } catch (IOException e) {
        socket.close();
        last = e;
      }
    }
    throw last;
  }

  private Socket connected(Socket socket, InetSocketAddress to) throws IOException {
    try {
      socket.connect(to, timeoutMs);
      socket.setTcpNoDelay(true);
      return socket;
    } catch (IOException e) {
      socket.close();
      throw e;
    }
  }

  private static InetSocketAddress resolved(InetSocketAddress address) {
    return new InetSocketAddress(address.getHostString(), address.getPort());
  }
}
