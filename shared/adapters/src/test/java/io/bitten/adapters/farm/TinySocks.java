package io.bitten.adapters.farm;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.atomic.AtomicInteger;

/** A SOCKS5 proxy without passwords that connects to IPv4 addresses and names (RFC 1928). */
final class TinySocks implements AutoCloseable {
  private static final int NAME = 3;

  private final ServerSocket server;
  private final AtomicInteger served = new AtomicInteger();

  TinySocks() {
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
      DataInputStream in = new DataInputStream(client.getInputStream());
      in.readByte();
      in.readNBytes(in.readUnsignedByte());
      client.getOutputStream().write(new byte[] {5, 0});
      in.readNBytes(3);
      InetAddress host =
          in.readByte() == NAME
              ? InetAddress.getByName(new String(in.readNBytes(in.readUnsignedByte())))
              : InetAddress.getByAddress(in.readNBytes(4));
      try (Socket target = new Socket(host, in.readUnsignedShort())) {
        served.incrementAndGet();
        client.getOutputStream().write(new byte[] {5, 0, 0, 1, 0, 0, 0, 0, 0, 0});
        join(client, target);
      }
    } catch (IOException | InterruptedException e) {
      // The client sees that the connection is gone.
      return;
    }
  }

  static void join(Socket client, Socket target) throws InterruptedException {
    Thread back = Thread.ofVirtual().start(() -> pump(target, client));
    pump(client, target);
    back.join();
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
