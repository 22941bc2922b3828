package io.bitten.adapters.farm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bitten.core.relay.Permit;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLException;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.ssl.DefaultClientTlsStrategy;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.HttpResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** How connections come about, or do not. */
@Timeout(300)
final class FarmConnectorTest {
  private final TinyFarm tiny = new TinyFarm();

  @AfterEach
  void close() {
    tiny.close();
  }

  /** No timeout of a socket ends it: a byte now and then would keep those away. */
  @Test
  void a_proxy_that_never_gets_done_is_given_up_and_left() throws Exception {
    try (ServerSocket proxy = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      Egress.Way chain =
          new Egress.Way.Chain(List.of(new InetSocketAddress("127.0.0.1", proxy.getLocalPort())));
      EgressDialer dialer =
          new EgressDialer(new Egress(List.of(chain), Egress.Otherwise.CLOSED), FarmHttpTest.LONG);
      FarmConnector connector =
          new FarmConnector(
              dialer, Duration.ofMillis(50), DefaultClientTlsStrategy.createDefault());
      FarmExchange exchange = new FarmExchange(Permit.always());
      HttpHost farm = HttpHost.create(tiny.url());
      assertThatThrownBy(
              () ->
                  connector.connect(
                      new FarmConnection(), farm, null, null, null, exchange.context()))
          .isInstanceOf(EgressDialer.Unreached.class)
          .hasMessage("not within 50 ms");
      assertThat(exchange.without("no")).isInstanceOf(FarmReply.NotSent.class);
      assertLeftWhenDone(proxy);
    }
    assertThat(tiny.requests()).isEmpty();
  }

  private static void assertLeftWhenDone(ServerSocket proxy) throws IOException {
    try (Socket client = proxy.accept()) {
      EgressDialer.head(client.getInputStream());
      client.getOutputStream().write("HTTP/1.1 200 OK\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
      client.setSoTimeout(60_000);
      assertThat(client.getInputStream().read()).isEqualTo(-1);
    }
  }

  @Test
  void a_connection_that_is_left_while_it_is_dialled_sends_nothing_and_is_closed()
      throws Exception {
    try (ServerSocket proxy = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      Egress.Way chain =
          new Egress.Way.Chain(List.of(new InetSocketAddress("127.0.0.1", proxy.getLocalPort())));
      Egress egress = new Egress(List.of(chain), Egress.Otherwise.CLOSED);
      FarmHttp http =
          new FarmHttp(
              new FarmSettings(
                  tiny.url(),
                  "",
                  "b",
                  Map.of(),
                  FarmHttpTest.LONG,
                  FarmHttpTest.LONG,
                  FarmHttpTest.LONG,
                  1),
              egress);
      CompletableFuture<FarmReply> reply =
          CompletableFuture.supplyAsync(
              () -> http.post("/execute", FarmHttpTest.BODY), Thread::startVirtualThread);
      try (Socket client = proxy.accept()) {
        EgressDialer.head(client.getInputStream());
        http.reset();
        client.getOutputStream().write("HTTP/1.1 200 OK\r\n\r\n".getBytes());
        assertThat(reply)
            .succeedsWithin(60, TimeUnit.SECONDS)
            .isInstanceOf(FarmReply.NotSent.class);
        client.setSoTimeout(60_000);
        assertThatThrownBy(() -> client.getInputStream().read()).hasMessageContaining("reset");
      }
    }
  }

  @Test
  void a_farm_whose_certificate_nobody_vouches_for_gets_nothing() throws Exception {
    try (TlsFarm farm = new TlsFarm()) {
      FarmReply reply =
          FarmHttpTest.http(farm.url(), FarmHttpTest.LONG, Egress.straight())
              .post("/execute", FarmHttpTest.BODY);
      assertThat(reply).isInstanceOf(FarmReply.NotSent.class);
      assertThat(((FarmReply.NotSent) reply).why()).contains("SSLHandshakeException");
      assertThat(farm.requests()).isEmpty();
    }
  }

  @Test
  void a_farm_whose_certificate_is_good_is_spoken_to_over_a_kept_connection() throws Exception {
    try (TlsFarm farm = new TlsFarm();
        CloseableHttpClient client = trusting(farm)) {
      for (int i = 0; i < 2; i++) {
        FarmExchange exchange = new FarmExchange(Permit.always());
        HttpGet request = new HttpGet(farm.url().resolve("/health"));
        assertThat(client.<Integer>execute(request, exchange.context(), HttpResponse::getCode))
            .isEqualTo(200);
      }
      assertThat(farm.requests()).containsExactly("/health", "/health");
    }
  }

  @Test
  void a_certificate_of_another_host_is_none() throws Exception {
    try (TlsFarm farm = new TlsFarm();
        CloseableHttpClient client = trusting(farm)) {
      FarmExchange exchange = new FarmExchange(Permit.always());
      HttpGet request = new HttpGet("https://127.0.0.1:" + farm.url().getPort() + "/health");
      assertThatThrownBy(
              () -> client.<Integer>execute(request, exchange.context(), HttpResponse::getCode))
          .isInstanceOf(SSLException.class);
      assertThat(exchange.without("no")).isInstanceOf(FarmReply.NotSent.class);
    }
  }

  private static CloseableHttpClient trusting(TlsFarm farm) throws GeneralSecurityException {
    return FarmClients.by(
        Egress.straight(),
        new FarmClients.Times(FarmHttpTest.LONG, FarmHttpTest.LONG, FarmHttpTest.LONG),
        new DefaultClientTlsStrategy(farm.trusting()));
  }
}
