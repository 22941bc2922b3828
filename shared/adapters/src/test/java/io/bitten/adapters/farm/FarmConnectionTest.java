package io.bitten.adapters.farm;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketAddress;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.message.BasicClassicHttpRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** When a kept connection is good for another call: straight, and by a SOCKS proxy. */
@Timeout(300)
final class FarmConnectionTest {
  private static final String ANSWER = "HTTP/1.1 200 x\r\nContent-Length: 2\r\n\r\n{}";

  private interface Dial {
    Socket to(SocketAddress farm) throws IOException;
  }

  @Test
  void one_that_is_at_rest_is_used_again() throws Exception {
    assertThat(stale(FarmConnectionTest::straight, "", "")).isFalse();
    assertThat(stale(FarmConnectionTest::withoutChannel, "", "")).isFalse();
  }

  @Test
  void one_that_brought_more_than_the_answer_is_not() throws Exception {
    assertThat(stale(FarmConnectionTest::straight, ANSWER, "")).isTrue();
    assertThat(stale(FarmConnectionTest::withoutChannel, ANSWER, "")).isTrue();
  }

  @Test
  void one_on_which_something_came_since_is_not() throws Exception {
    assertThat(stale(FarmConnectionTest::straight, "", ANSWER)).isTrue();
    assertThat(stale(FarmConnectionTest::withoutChannel, "", ANSWER)).isTrue();
  }

  /**
   * Whether it is so after one call.
   *
   * @param with what comes in one piece with the answer
   * @param since what comes once the answer was read
   */
  private static boolean stale(Dial dial, String with, String since)
      throws IOException, HttpException {
    try (ServerSocket farm = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        Socket socket = dial.to(farm.getLocalSocketAddress());
        Socket there = farm.accept();
        FarmConnection connection = new FarmConnection()) {
      connection.bind(socket);
      say(there, ANSWER + with);
      connection.sendRequestHeader(new BasicClassicHttpRequest("POST", "/execute"));
      connection.flush();
      try (ClassicHttpResponse response = connection.receiveResponseHeader()) {
        connection.receiveResponseEntity(response);
        assertThat(response.getEntity().getContent().readAllBytes()).asString().isEqualTo("{}");
      }
      say(there, since);
      while (socket.getInputStream().available() < since.length()) {
        Thread.onSpinWait();
      }
      return connection.isStale();
    }
  }

  private static void say(Socket there, String text) throws IOException {
    there.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
  }

  private static Socket straight(SocketAddress farm) throws IOException {
    return SocketChannel.open(farm).socket();
  }

  private static Socket withoutChannel(SocketAddress farm) throws IOException {
    Socket socket = new Socket();
    socket.connect(farm);
    return socket;
  }
}
