package io.bitten.adapters.farm;

import static org.assertj.core.api.Assertions.assertThat;

import io.bitten.core.relay.Permit;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.LockSupport;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.ssl.DefaultClientTlsStrategy;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.HttpResponse;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A farm behind a router that forgets connections on which nothing was said for a while. */
@Timeout(300)
final class RestedConnectionTest {
  private static final Duration REST = Duration.ofMillis(50);

  private final List<Socket> connections = new CopyOnWriteArrayList<>();

  @Test
  void a_connection_that_rested_too_long_is_not_used_again_though_nobody_left_it()
      throws Exception {
    try (ServerSocket server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
        CloseableHttpClient client = client(REST)) {
      Thread.ofVirtual().start(() -> answerOnceEach(server));
      URI farm = URI.create("http://127.0.0.1:" + server.getLocalPort() + "/execute");
      assertThat(post(client, farm)).isEqualTo(200);
      LockSupport.parkNanos(REST.multipliedBy(4).toNanos());
      assertThat(post(client, farm)).isEqualTo(200);
    }
    assertThat(connections).hasSize(2);
  }

  private static CloseableHttpClient client(Duration rest) {
    return FarmClients.by(
        Egress.straight(),
        new FarmClients.Times(FarmHttpTest.LONG, FarmHttpTest.LONG, rest),
        DefaultClientTlsStrategy.createDefault());
  }

  private static int post(CloseableHttpClient client, URI farm) throws IOException {
    HttpPost request = new HttpPost(farm);
    request.setEntity(new ByteArrayEntity(FarmHttpTest.BODY, ContentType.APPLICATION_JSON));
    return client.execute(
        request, new FarmExchange(Permit.always()).context(), HttpResponse::getCode);
  }

  /** What is said on a connection after its first answer is not heard, and it stays open. */
  private void answerOnceEach(ServerSocket server) {
    try {
      while (true) {
        Socket client = server.accept();
        connections.add(client);
        EgressDialer.head(client.getInputStream());
        client.getInputStream().readNBytes(FarmHttpTest.BODY.length);
        client
            .getOutputStream()
            .write(
                "HTTP/1.1 200 x\r\nContent-Length: 2\r\n\r\n{}"
                    .getBytes(StandardCharsets.US_ASCII));
      }
    } catch (IOException e) {
      // Closed with the test.
      return;
    }
  }
}
