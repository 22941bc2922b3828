package io.bitten.local.telegram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class HttpDoorTest {
  private static final List<String> METHODS =
      List.of(
          "getMe",
          "setWebhook",
          "getUpdates",
          "sendMessage",
          "editMessageText",
          "editMessageReplyMarkup",
          "deleteMessage",
          "answerCallbackQuery",
          "setMyCommands",
          "deleteMyCommands",
          "getMyCommands",
          "sendChatAction",
          "setChatMenuButton",
          "getWebhookInfo",
          "deleteWebhook");

  private HttpRig rig;
  private long chat;

  @BeforeEach
  void open() throws IOException {
    rig = new HttpRig();
    chat = rig.sim.person("Ann").id();
    rig.sim.say(chat, "/start");
  }

  @AfterEach
  void close() {
    rig.close();
  }

  @Test
  void a_call_may_carry_json_a_form_or_a_query() throws Exception {
    String send = HttpRig.method("sendMessage");
    String json =
        "{\"chat_id\":"
            + chat
            + ",\"text\":\"json\",\"reply_markup\":{\"inline_keyboard\""
            + ":[[{\"text\":\"A\",\"callback_data\":\"a\"}]]}}";
    assertThat(rig.postJson(send, json).statusCode()).isEqualTo(200);
    assertThat(
            rig.post(send, "application/x-www-form-urlencoded", "chat_id=" + chat + "&text=a+form")
                .statusCode())
        .isEqualTo(200);
    assertThat(rig.get(send + "?chat_id=" + chat + "&text=a%20query").statusCode()).isEqualTo(200);
    assertThat(rig.sim.messages(chat))
        .extracting(SimMessage::text)
        .containsExactly("/start", "json", "a form", "a query");
    assertThat(rig.sim.messages(chat).get(1).keyboard().dataOf("A")).contains("a");
  }

  @Test
  void a_refusal_has_its_http_status_and_retry_after() throws Exception {
    rig.sim.faults().failNext(1, "*", new Fault.TooManyRequests(9));
    HttpResponse<String> slow = rig.get(HttpRig.method("getMe"));
    assertThat(slow.statusCode()).isEqualTo(429);
    assertThat(slow.headers().firstValue("Retry-After")).contains("9");
    assertThat(Json.read(slow.body()).at("/parameters/retry_after").asInt()).isEqualTo(9);
    assertThat(rig.get("/bot4242:wrong/getMe").statusCode()).isEqualTo(401);
    assertThat(rig.get(HttpRig.method("nonsense")).statusCode()).isEqualTo(404);
  }

  @Test
  void a_lost_answer_ends_the_connection_after_sending() {
    rig.sim.faults().failNext(1, "sendMessage", new Fault.LostAnswer());
    String body = "{\"chat_id\":" + chat + ",\"text\":\"sent all the same\"}";
    assertThatThrownBy(() -> rig.postJson(HttpRig.method("sendMessage"), body))
        .isInstanceOf(IOException.class);
    assertThat(rig.sim.messages(chat)).extracting(SimMessage::text).contains("sent all the same");
  }

  @Test
  void hostile_input_to_the_bot_api_is_refused_and_nothing_breaks() throws Exception {
    List<String> bodies =
        List.of(
            "",
            "{",
            "[]",
            "null",
            "7",
            "\"x\"",
            "[".repeat(100_000),
            "{\"chat_id\":{}}",
            "{\"chat_id\":1e999,\"text\":[]}",
            "{\"chat_id\":\"\\ud800\",\"text\":\"\\ud800\"}",
            "{\"text\":\"<\",\"parse_mode\":\"HTML\",\"chat_id\":" + chat + "}",
            "{\"chat_id\":99999999999999999999999,\"text\":\"x\"}",
            "{\"chat_id\":" + chat + ",\"message_id\":-1,\"text\":\"x\",\"commands\":[[]]}",
            "{\"callback_query_id\":{},\"url\":\"\\u0000\",\"scope\":7,\"menu_button\":7}",
            "{\"url\":\"http://127.0.0.1:99999999/\",\"secret_token\":[]}",
            "{\"allowed_updates\":{},\"offset\":\"x\",\"limit\":{},\"action\":[]}");
    for (String method : METHODS) {
      for (String body : bodies) {
        assertThat(rig.postJson(HttpRig.method(method), body).statusCode())
            .as(method + " " + body.substring(0, Math.min(60, body.length())))
            .isBetween(200, 499);
      }
    }
    assertThat(rig.get(HttpRig.method("getMe")).statusCode()).isEqualTo(200);
  }

  @Test
  void what_cannot_be_read_is_refused() throws Exception {
    String send = HttpRig.method("sendMessage");
    assertThat(rig.post(send, "multipart/form-data; boundary=x", "--x").statusCode())
        .isEqualTo(400);
    assertThat(rig.post(send, "application/x-www-form-urlencoded", "a=%zz").statusCode())
        .isEqualTo(400);
    assertThat(rig.post(send, "application/x-www-form-urlencoded", "a=b&".repeat(200)).statusCode())
        .isEqualTo(400);
    assertThat(rig.postJson(send, "{\"text\":\"" + "x".repeat(1 << 20) + "\"}").statusCode())
        .isEqualTo(413);
    assertThat(
            rig.send(
                    HttpRequest.newBuilder(rig.uri(send))
                        .header("Content-Type", "application/json")
                        .POST(
                            HttpRequest.BodyPublishers.ofByteArray(new byte[] {'"', (byte) 0xc3})))
                .statusCode())
        .isEqualTo(400);
    assertThat(rig.send(HttpRequest.newBuilder(rig.uri(send)).DELETE()).statusCode())
        .isEqualTo(405);
    assertThat(rig.get("/bot").statusCode()).isEqualTo(404);
    assertThat(rig.get("/bot/getMe").statusCode()).isEqualTo(404);
    assertThat(rig.get("/botx").statusCode()).isEqualTo(404);
  }

  @Test
  void raw_nonsense_in_the_request_line_is_not_a_server_error() throws Exception {
    for (String line :
        List.of(
            "GET /sim/telegram/bot%00/getMe HTTP/1.1",
            "GET /sim/telegram/%zz HTTP/1.1",
            "GET /sim/telegram/../../etc/passwd HTTP/1.1",
            "GET /sim/telegram/..%2f..%2fapp.js HTTP/1.1",
            "GET /sim/telegram/api/state?version=%ff%fe&wait=-5&chat=x HTTP/1.1",
            "PUT /sim/telegram/api/people HTTP/1.1",
            "BREW /sim/telegram/ HTTP/1.1")) {
      assertThat(status(line + "\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n"))
          .as(line)
          .isBetween(200, 499);
    }
  }

  private int status(String request) throws IOException {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), rig.port());
        InputStream in = socket.getInputStream()) {
      socket.setSoTimeout(60_000);
      socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
      String answer = new String(in.readAllBytes(), StandardCharsets.ISO_8859_1);
      assertThat(answer).startsWith("HTTP/1.1 ");
      return Integer.parseInt(answer.substring(9, 12));
    }
  }

  @Test
  void a_long_poll_ends_when_something_happens() throws Exception {
    rig.get(HttpRig.method("getUpdates") + "?offset=999999999");
    Thread talker = Thread.ofVirtual().unstarted(() -> rig.sim.say(chat, "hello"));
    talker.start();
    JsonNode updates =
        Json.read(rig.get(HttpRig.method("getUpdates") + "?timeout=20&limit=1").body());
    talker.join();
    assertThat(updates.at("/result/0/message/text").asText()).isEqualTo("hello");
  }

  @Test
  void the_webhook_is_called_over_http_with_the_secret_and_its_answer_obeyed() throws Exception {
    rig.postJson(
        HttpRig.method("setWebhook"),
        "{\"url\":\""
            + rig.hookUrl()
            + "\",\"secret_token\":\"test-secret\","
            + "\"drop_pending_updates\":true}");
    rig.botAnswers(
        200, "{\"method\":\"sendMessage\",\"chat_id\":" + chat + ",\"text\":\"from the body\"}");
    rig.sim.say(chat, "hello");
    assertThat(
            rig.sim.awaitMessage(
                message -> message.text().equals("from the body"),
                java.time.Duration.ofSeconds(60)))
        .isPresent();
    assertThat(rig.calls).extracting(HttpRig.Call::secret).containsExactly("test-secret");
    assertThat(rig.calls.getFirst().update().at("/message/text").asText()).isEqualTo("hello");
  }
}
