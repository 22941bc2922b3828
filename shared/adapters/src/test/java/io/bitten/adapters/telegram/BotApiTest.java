package io.bitten.adapters.telegram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.bitten.core.account.ChatId;
import io.bitten.core.chat.Button;
import io.bitten.core.chat.Card;
import io.bitten.core.chat.Delivery;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class BotApiTest {
  private static final String TOKEN = "123:not-a-token";
  private static final ChatId CHAT = new ChatId(7001);
  private static final Card CARD =
      new Card(
          "<b>x</b>",
          List.of(
              List.of(
                  new Button.Callback("FIRE", "f:1", Button.Style.SUCCESS),
                  new Button.Disabled("Sending..."),
                  new Button.Copy("SL", "1.1"),
                  new Button.Open("HUD", "https://hud.invalid/"))));

  private HttpServer server;
  private volatile int status = 200;
  private volatile String answer = "{\"ok\":true,\"result\":{\"message_id\":42}}";
  private volatile String path = "";
  private volatile String body = "";

  @BeforeEach
  void a_bot_api_on_loopback() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::serve);
    server.start();
  }

  @AfterEach
  void closed() {
    server.stop(0);
  }

  @Test
  void a_card_is_posted_as_html_with_its_buttons() {
    assertThat(api().post(CHAT, CARD)).isEqualTo(new Delivery.Done(42));
    assertThat(path).isEqualTo("/bot" + TOKEN + "/sendMessage");
    assertThat(body)
        .isEqualTo(
            "{\"chat_id\":7001,\"text\":\"<b>x</b>\",\"parse_mode\":\"HTML\","
                + "\"link_preview_options\":{\"is_disabled\":true},"
                + "\"reply_markup\":{\"inline_keyboard\":[["
                + "{\"text\":\"FIRE\",\"callback_data\":\"f:1\",\"style\":\"success\"},"
                + "{\"text\":\"Sending...\",\"disabled\":{}},"
                + "{\"text\":\"SL\",\"copy_text\":{\"text\":\"1.1\"}},"
                + "{\"text\":\"HUD\",\"url\":\"https://hud.invalid/\"}]]}}");
  }

  @Test
  void an_edit_that_changes_nothing_is_done() {
    answers(400, "Bad Request: message is not modified: specified new content is the same");
    assertThat(api().edit(CHAT, 9, CARD)).isEqualTo(new Delivery.Done(9));
    status = 200;
    answer = "{\"ok\":true,\"result\":true}";
    assertThat(api().edit(CHAT, 9, CARD)).isEqualTo(new Delivery.Done(9));
  }

  @Test
  void each_refusal_means_one_thing() {
    answer =
        "{\"ok\":false,\"error_code\":429,\"description\":\"Too Many Requests: retry after 17\","
            + "\"parameters\":{\"retry_after\":17}}";
    status = 429;
    assertThat(api().post(CHAT, CARD)).isEqualTo(new Delivery.Slow(Duration.ofSeconds(17)));
    answers(403, "Forbidden: bot was blocked by the user");
    assertThat(api().post(CHAT, CARD)).isInstanceOf(Delivery.Unreachable.class);
    answers(400, "Bad Request: chat not found");
    assertThat(api().post(CHAT, CARD)).isInstanceOf(Delivery.Unreachable.class);
    answers(400, "Bad Request: can't parse entities");
    assertThat(api().post(CHAT, CARD))
        .isEqualTo(new Delivery.Refused("Bad Request: can't parse entities"));
  }

  @Test
  void a_broken_telegram_is_thrown_and_never_shows_the_token() {
    for (int code : List.of(401, 404, 500, 502)) {
      answers(code, "whatever");
      assertThatThrownBy(() -> api().post(CHAT, CARD))
          .isInstanceOf(TelegramUnavailable.class)
          .hasMessageContaining(Integer.toString(code))
          .hasMessageNotContaining(TOKEN)
          .hasNoCause();
    }
    BotApi gone = api();
    server.stop(0);
    assertThatThrownBy(() -> gone.post(CHAT, CARD))
        .isInstanceOf(TelegramUnavailable.class)
        .hasMessageNotContaining(TOKEN)
        .hasNoCause();
  }

  @Test
  void a_malformed_token_is_refused_without_being_shown() {
    assertThatThrownBy(() -> new BotApi(URI.create("http://127.0.0.1"), "bad token"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageNotContaining("bad token");
  }

  private BotApi api() {
    return new BotApi(URI.create("http://127.0.0.1:" + server.getAddress().getPort()), TOKEN);
  }

  private void answers(int code, String description) {
    status = code;
    answer = "{\"ok\":false,\"error_code\":%d,\"description\":\"%s\"}".formatted(code, description);
  }

  private void serve(HttpExchange exchange) throws IOException {
    path = exchange.getRequestURI().getPath();
    body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    byte[] bytes = answer.getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }
}
