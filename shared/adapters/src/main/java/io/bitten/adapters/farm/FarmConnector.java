package io.bitten.adapters.farm;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.hc.client5.http.io.HttpClientConnectionOperator;
import org.apache.hc.client5.http.io.ManagedHttpClientConnection;
import org.apache.hc.client5.http.ssl.TlsSocketStrategy;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.io.SocketConfig;
import org.apache.hc.core5.http.protocol.HttpContext;
import org.apache.hc.core5.util.TimeValue;

/** Gives the HTTP client its connections, each dialled by the egress. */
final class FarmConnector implements HttpClientConnectionOperator {
  private final EgressDialer dialer;
  private final Duration longest;
  private final TlsSocketStrategy tls;

  /**
   * @param longest how long a dial is waited for
   */
  FarmConnector(EgressDialer dialer, Duration longest, TlsSocketStrategy tls) {
    this.dialer = dialer;
    this.longest = longest;
    this.tls = tls;
  }

  @Override
  public void connect(
      ManagedHttpClientConnection connection,
      HttpHost farm,
      InetSocketAddress local,
      TimeValue timeout,
      SocketConfig config,
      HttpContext context)
      throws IOException {
    FarmExchange.beforeConnecting(context);
    Socket socket = dialled(InetSocketAddress.createUnresolved(farm.getHostName(), farm.getPort()));
    // From here on whoever ends the call closes the socket, in the midst of a handshake too.
    connection.bind(socket);
    if ("https".equals(farm.getSchemeName())) {
      socket.setSoTimeout(dialer.timeoutMs());
      connection.bind(
          tls.upgrade(socket, farm.getHostName(), farm.getPort(), null, context), socket);
      socket.setSoTimeout(0);
    }
  }

  /** On a thread of its own: looking a name up can neither be broken off nor given a time. */
  private Socket dialled(InetSocketAddress farm) throws IOException {
    CompletableFuture<Socket> dialled = new CompletableFuture<>();
    Thread.ofVirtual().name("dial").start(() -> dial(farm, dialled));
    try {
      return dialled.get(longest.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      throw without(dialled, "not within " + longest.toMillis() + " ms");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw without(dialled, "interrupted");
    } catch (ExecutionException e) {
      throw new EgressDialer.Unreached(e.getCause().getMessage());
    }
  }

  private void dial(InetSocketAddress farm, CompletableFuture<Socket> dialled) {
    try {
      Socket socket = dialer.dial(farm);
      if (!dialled.complete(socket)) {
        socket.close();
      }
    } catch (IOException | RuntimeException e) {
      dialled.completeExceptionally(e);
    }
  }

  private static IOException without(CompletableFuture<Socket> dialled, String why)
      throws IOException {
    if (!dialled.cancel(false) && !dialled.isCompletedExceptionally()) {
      dialled.join().close();
    }
    return new EgressDialer.Unreached(why);
  }

  @Override
  public void upgrade(ManagedHttpClientConnection connection, HttpHost farm, HttpContext context) {
    throw new UnsupportedOperationException("no proxy of HTTP's own is gone through");
  }
}
