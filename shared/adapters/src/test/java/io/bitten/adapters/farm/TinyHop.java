package io.bitten.adapters.farm;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;

/** A proxy on loopback without passwords: SOCKS5 (RFC 1928), or HTTP that knows CONNECT alone. */
final class TinyHop implements AutoCloseable {
  private static final int NAME = 3;

  private final Greeting greeting;
  private final ServerSocket server;
  private final AtomicInteger served = new AtomicInteger();

  /** Reads where the client wants to go and answers when it is there. */
  private interface Greeting {
    Socket joined(Socket client) throws IOException;
  }

  private TinyHop(Greeting greeting) {
    this.greeting = greeting;
    try {
      server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Thread.ofVirtual().start(this::accept);
  }

  static TinyHop socks() {
    return new TinyHop(TinyHop::bySocks);
  }

  static TinyHop http() {
    return new TinyHop(TinyHop::byConnect);
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
    try (client;
        Socket target = greeting.joined(client)) {
      served.incrementAndGet();
      Thread back = Thread.ofVirtual().start(() -> pump(target, client));
      pump(client, target);
      back.join();
    } catch (IOException | InterruptedException e) {
      // The client sees that the connection is gone.
      return;
    }
  }

  private static Socket bySocks(Socket client) throws IOException {
    DataInputStream in = new DataInputStream(client.getInputStream());
    in.readByte();
    in.readNBytes(in.readUnsignedByte());
    client.getOutputStream().write(new byte[] {5, 0});
    in.readNBytes(3);
    InetAddress host =
        in.readByte() == NAME
            ? InetAddress.getByName(new String(in.readNBytes(in.readUnsignedByte())))
            : InetAddress.getByAddress(in.readNBytes(4));
    Socket target = new Socket(host, in.readUnsignedShort());
    client.getOutputStream().write(new byte[] {5, 0, 0, 1, 0, 0, 0, 0, 0, 0});
    return target;
  }

  private static Socket byConnect(Socket client) throws IOException {
    String[] asked = EgressDialer.head(client.getInputStream()).split("[ :]");
    Socket target = new Socket(asked[1], Integer.parseInt(asked[2]));
    client.getOutputStream().write("HTTP/1.1 200 OK\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
    return target;
  }

  private static void pump(Socket from, Socket to) {
    try {
      from.getInputStream().transferTo(to.getOutputStream());
      to.close();
    } catch (IOException e) {
      // One side has ended, and so has this way.
      return;
    }
  }
}
