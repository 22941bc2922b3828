package io.bitten.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class WebhookCommandTest {
  private static final String URL = "https://abc.example.com/telegram/webhook";
  private static final String ANSWER = "{\"ok\":true,\"result\":{\"username\":\"some_bot\"}}";

  private final Map<String, String> asked = Collections.synchronizedMap(new LinkedHashMap<>());
  private final StringWriter out = new StringWriter();
  private final StringWriter errors = new StringWriter();
  private HttpServer telegram;

  @BeforeEach
  void open() throws IOException {
    telegram = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    telegram.createContext(
        "/",
        exchange -> {
          byte[] body = exchange.getRequestBody().readAllBytes();
          asked.put(exchange.getRequestURI().getPath(), new String(body, StandardCharsets.UTF_8));
          byte[] answer = ANSWER.getBytes(StandardCharsets.UTF_8);
          exchange.sendResponseHeaders(200, answer.length);
          exchange.getResponseBody().write(answer);
          exchange.close();
        });
    telegram.start();
  }

  @AfterEach
  void close() {
    telegram.stop(0);
  }

  @Test
  void telegram_is_told_the_webhook_with_its_secret_and_the_menu() {
    assertThat(run("s_1", URL)).as(errors.toString()).isZero();

    assertThat(asked.keySet())
        .containsExactly("/bot1:a/getMe", "/bot1:a/setWebhook", "/bot1:a/setMyCommands");
    assertThat(asked.get("/bot1:a/setWebhook")).contains(URL, "\"secret_token\":\"s_1\"");
    assertThat(asked.get("/bot1:a/setMyCommands")).contains("\"panic\"").doesNotContain("halt_all");
    assertThat(out.toString()).contains("@some_bot").doesNotContain("s_1", "1:a");
  }

  @Test
  void what_telegram_could_not_use_is_a_wrong_argument() {
    assertThat(run("s_1", "http://abc.example.com/")).isEqualTo(2);
    assertThat(run("", URL)).isEqualTo(2);
    assertThat(run("old,new", URL)).isEqualTo(2);
    assertThat(asked).isEmpty();
    assertThat(errors.toString()).doesNotContain("old,new");
  }

  private int run(String secret, String url) {
    Map<String, String> environment =
        Map.of(
            "TELEGRAM_BOT_TOKEN",
            "1:a",
            "TELEGRAM_WEBHOOK_SECRET",
            secret,
            "TELEGRAM_API_URL",
            "http://127.0.0.1:" + telegram.getAddress().getPort());
    CommandLine command = new CommandLine(new WebhookCommand(environment));
    command.setOut(new PrintWriter(out, true));
    command.setErr(new PrintWriter(errors, true));
    return command.execute(url);
  }
}
