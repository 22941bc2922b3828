package io.bitten.local.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.Optional;

/** A simulator in virtual time, with one person who has pressed Start. */
final class Rig {
  static final BotAccount BOT =
      new BotAccount("4242:obviously-fake-token-for-tests-only", "bitten_sim_bot", "BITTEN");
  static final String HOOK = "http://127.0.0.1:9/telegram/webhook";

  final VirtualTime time = new VirtualTime();
  final ScriptedPost post = new ScriptedPost(time);
  final TelegramSim sim;
  final long chat;

  Rig() {
    this(LimitRules.TELEGRAM, Archive.NONE);
  }

  Rig(LimitRules limits, Archive archive) {
    sim = new TelegramSim(new SimWiring(BOT, time, time, post, archive, limits));
    chat = sim.person("Ann").id();
    if (sim.messages(chat).isEmpty()) {
      sim.say(chat, "/start");
    }
  }

  /** A rig whose limits are out of the way. */
  static Rig unlimited() {
    return new Rig(new LimitRules(10_000, 10_000, 10_000, 10_000), Archive.NONE);
  }

  ApiAnswer call(String method, String... namesAndValues) {
    return sim.api().call(BOT.token(), method, Params.of(namesAndValues));
  }

  JsonNode done(String method, String... namesAndValues) {
    ApiAnswer answer = call(method, namesAndValues);
    assertThat(answer).isInstanceOf(ApiAnswer.Ok.class);
    return answer.toJson().path("result");
  }

  String refusal(String method, String... namesAndValues) {
    ApiAnswer answer = call(method, namesAndValues);
    assertThat(answer).isInstanceOf(ApiAnswer.Error.class);
    return ((ApiAnswer.Error) answer).description();
  }

  /** Sends to Ann as the bot; answers the message's id. */
  int send(String text) {
    return done("sendMessage", "chat_id", "" + chat, "text", text).path("message_id").asInt();
  }

  int sendWithButtons(String text, String rows) {
    return done("sendMessage", "chat_id", "" + chat, "text", text, "reply_markup", keyboard(rows))
        .path("message_id")
        .asInt();
  }

  static String keyboard(String rows) {
    return "{\"inline_keyboard\":" + rows + "}";
  }

  SimMessage message(int id) {
    Optional<SimMessage> found =
        sim.messages(chat).stream().filter(message -> message.id() == id).findFirst();
    return found.orElseThrow();
  }

  void hook() {
    done("setWebhook", "url", HOOK, "secret_token", "test-secret", "drop_pending_updates", "true");
  }

  void advanceSeconds(long seconds) {
    time.advance(Duration.ofSeconds(seconds));
  }
}
