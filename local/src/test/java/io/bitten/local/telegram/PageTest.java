package io.bitten.local.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class PageTest {
  private static final List<String> HOSTILE =
      List.of(
          "",
          "{",
          "[]",
          "{}",
          "{\"name\":7}",
          "{\"name\":\"\"}",
          "{\"id\":-1}",
          "{\"name\":\"" + "x".repeat(65) + "\"}",
          "{\"name\":\"x\",\"id\":1e30}",
          "{\"name\":\"x\",\"username\":\"<b>\"}",
          "{\"text\":\"\"}",
          "{\"text\":\"\\ud800\"}",
          "{\"text\":\"" + "x".repeat(4097) + "\"}",
          "{\"message_id\":-1,\"label\":\"x\"}",
          "{\"message_id\":99999999999,\"callback_data\":\"x\"}",
          "{\"message_id\":1,\"callback_data\":\"\"}",
          "{\"fault\":\"x\",\"calls\":1}",
          "{\"fault\":\"server_error\",\"status\":500,\"calls\":-1}",
          "{\"fault\":\"server_error\",\"status\":1500,\"calls\":1}",
          "{\"fault\":\"too_many_requests\",\"retry_after\":0,\"calls\":1}");

  /** A file that the page or one of its modules asks for. */
  private static final Pattern NAMED =
      Pattern.compile("(?:href=\"|src=\"|from '\\./)([a-z]+\\.[a-z]+)");

  private HttpRig rig;

  @BeforeEach
  void open() throws IOException {
    rig = new HttpRig();
  }

  @AfterEach
  void close() {
    rig.close();
  }

  private JsonNode act(String path, String body) throws Exception {
    HttpResponse<String> answer = rig.postJson("/api/" + path, body);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return Json.read(answer.body());
  }

  private JsonNode state(String query) throws Exception {
    return Json.read(rig.get("/api/state" + query).body());
  }

  @Test
  void the_page_says_it_is_simulated_and_runs_under_a_strict_policy() throws Exception {
    HttpResponse<String> page = rig.get("/");
    assertThat(page.body()).contains("Simulated Telegram: nothing leaves this machine");
    assertThat(page.headers().firstValue("Content-Security-Policy").orElseThrow())
        .contains("default-src 'none'", "script-src 'self'", "style-src 'self'")
        .doesNotContain("unsafe");
    assertThat(page.body())
        .doesNotContainPattern("<script(?![^>]* src=)")
        .doesNotContain("<style")
        .doesNotContainPattern(" style=")
        .doesNotContainPattern(" on[a-z]+=")
        .doesNotContain("//");
  }

  @Test
  void everything_the_page_names_is_there_and_nothing_else() throws Exception {
    Set<String> looked = new HashSet<>();
    Deque<String> named = new ArrayDeque<>(List.of(""));
    while (!named.isEmpty()) {
      String file = named.pop();
      HttpResponse<String> found = rig.get("/" + file);
      assertThat(found.statusCode()).as(file).isEqualTo(200);
      assertThat(found.body()).doesNotContain("innerHTML", "eval(", "insertAdjacentHTML");
      NAMED
          .matcher(found.body())
          .results()
          .map(it -> it.group(1))
          .filter(looked::add)
          .forEach(named::push);
    }
    assertThat(looked).contains("app.js", "chat.css", "icon.svg", "elements.js");
    assertThat(rig.get("/TelegramSim.class").statusCode()).isEqualTo(404);
    assertThat(rig.get("/package-info.class").statusCode()).isEqualTo(404);
    HttpResponse<String> bare = rig.get("");
    assertThat(bare.statusCode()).isEqualTo(308);
    assertThat(bare.headers().firstValue("Location")).contains("/sim/telegram/");
  }

  @Test
  void a_person_can_be_made_talk_tap_and_see_the_answer() throws Exception {
    long id = act("people", "{\"name\":\"Bob\",\"id\":4711}").path("id").asLong();
    assertThat(id).isEqualTo(4711);
    act("chats/4711/say", "{\"text\":\"/start\"}");
    String markup = "{\"inline_keyboard\":[[{\"text\":\"Fire\",\"callback_data\":\"f:1\"}]]}";
    ApiAnswer sent =
        rig.sim
            .api()
            .call(
                Rig.BOT.token(),
                "sendMessage",
                Params.of("chat_id", "4711", "text", "card", "reply_markup", markup));
    long card = sent.toJson().at("/result/message_id").asLong();
    String tap =
        act("chats/4711/tap", "{\"message_id\":" + card + ",\"label\":\"Fire\"}")
            .path("id")
            .asText();
    assertThat(state("?chat=4711").at("/chat/taps/0/state").asText()).isEqualTo("pending");
    rig.sim
        .api()
        .call(
            Rig.BOT.token(),
            "answerCallbackQuery",
            Params.of("callback_query_id", tap, "text", "Sending"));
    JsonNode seen = state("?chat=4711");
    assertThat(seen.at("/chat/taps/0/text").asText()).isEqualTo("Sending");
    assertThat(seen.at("/chat/messages/1/text").asText()).isEqualTo("card");
    assertThat(seen.path("simulated").asBoolean()).isTrue();
    assertThat(Json.read(rig.get("/api/taps/" + tap).body()).path("state").asText())
        .isEqualTo("answered");
  }

  @Test
  void waiting_for_news_ends_with_the_news() throws Exception {
    act("people", "{\"name\":\"Bob\",\"id\":4711}");
    long version = state("").path("version").asLong();
    Thread talker = Thread.ofVirtual().start(() -> rig.sim.say(4711, "hello"));
    JsonNode news = state("?chat=4711&wait=20&version=" + version);
    talker.join();
    assertThat(news.path("version").asLong()).isGreaterThan(version);
  }

  @Test
  void a_web_app_opens_with_data_signed_for_the_person() throws Exception {
    act("people", "{\"name\":\"Bob\",\"id\":4711}");
    act("chats/4711/say", "{\"text\":\"/start\"}");
    rig.sim
        .api()
        .call(
            Rig.BOT.token(),
            "setChatMenuButton",
            Params.of(
                "menu_button",
                "{\"type\":\"web_app\",\"text\":\"HUD\",\"web_app\":{\"url\":\"http://localhost:1/"
                    + "hud\"}}"));
    String url =
        act("chats/4711/open", "{\"url\":\"http://localhost:1/hud\"}").path("url").asText();
    assertThat(url).startsWith("http://localhost:1/hud#tgWebAppData=");
    assertThat(url).contains("4711").contains("hash%3D");
    assertThat(
            rig.postJson("/api/chats/4711/open", "{\"url\":\"http://localhost:1/other\"}")
                .statusCode())
        .isEqualTo(400);
  }

  @Test
  void another_site_in_the_same_browser_cannot_act_here() throws Exception {
    assertThat(
            rig.send(
                    HttpRequest.newBuilder(rig.uri("/api/people"))
                        .header("Content-Type", "application/json")
                        .header("Origin", "https://evil.example")
                        .POST(HttpRequest.BodyPublishers.ofString("{\"name\":\"Eve\"}")))
                .statusCode())
        .isEqualTo(403);
    assertThat(rig.post("/api/people", "text/plain", "{\"name\":\"Eve\"}").statusCode())
        .isEqualTo(415);
    assertThat(rig.sim.people()).isEmpty();
    assertThat(Loopback.isAuthority("evil.example:80")).isFalse();
    assertThat(Loopback.isAuthority("127.0.0.1:8080")).isTrue();
    assertThat(Loopback.isAuthority("[::1]")).isTrue();
    assertThat(Loopback.isUrl(URI.create("http://[::1]:80/").toString())).isTrue();
  }

  @Test
  void hostile_input_to_the_pages_api_is_refused_and_nothing_breaks() throws Exception {
    act("people", "{\"name\":\"Bob\",\"id\":4711}");
    for (String path :
        List.of(
            "people",
            "chats/4711/say",
            "chats/4711/tap",
            "chats/4711/forge",
            "chats/4711/open",
            "chats/4711/block",
            "chats/x/say",
            "chats/1/say",
            "chats",
            "faults",
            "taps",
            "chats/4711/dance",
            "",
            "chats/4711/say/x/y/z/a/b/c/d")) {
      for (String body : HOSTILE) {
        assertThat(rig.postJson("/api/" + path, body).statusCode())
            .as(path + " " + body.substring(0, Math.min(40, body.length())))
            .isBetween(400, 499);
      }
    }
    assertThat(rig.get("/api/chats/4711").statusCode()).isEqualTo(200);
    assertThat(rig.sim.messages(4711)).isEmpty();
  }
}
