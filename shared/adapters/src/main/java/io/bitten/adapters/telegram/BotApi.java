package io.bitten.adapters.telegram;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.bitten.adapters.json.BadJson;
import io.bitten.adapters.json.Fields;
import io.bitten.core.account.ChatId;
import io.bitten.core.account.Role;
import io.bitten.core.account.Tier;
import io.bitten.core.chat.Card;
import io.bitten.core.chat.CommandName;
import io.bitten.core.chat.Delivery;
import io.bitten.core.chat.Messenger;
import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Telegram's Bot API. What its errors mean: 429 waits for exactly {@code retry_after}; 403 and an
 * unknown chat mean that the person is gone; another 400 means that the content is refused; the
 * rest is a broken world and is thrown, never with the token in its text.
 */
public final class BotApi implements Messenger {
  /** The kinds of updates that the platform reads. */
  public static final List<String> UPDATES =
      List.of("message", "edited_message", "callback_query", "my_chat_member");

  private static final int CONNECTIONS = 20;

  private final BotCalls calls;

  /**
   * @param api for example {@code https://api.telegram.org}
   * @param token the bot's token
   */
  public BotApi(URI api, String token) {
    this.calls = new BotCalls(api, token);
  }

  @Override
  public Delivery post(ChatId chat, Card card) {
    return delivery(calls.call("sendMessage", CardJson.of(chat, card)), 0);
  }

  @Override
  public Delivery edit(ChatId chat, long messageId, Card card) {
    ObjectNode json = CardJson.of(chat, card).put("message_id", messageId);
    return delivery(calls.call("editMessageText", json), messageId);
  }

  /**
   * Tells Telegram where to send updates.
   *
   * @param secret what Telegram repeats in its header; 1..256 of A-Z, a-z, 0-9, _ and -
   */
  public void setWebhook(String url, String secret) {
    ObjectNode json = object().put("url", url).put("secret_token", secret);
    json.put("max_connections", CONNECTIONS);
    ArrayNode kinds = json.putArray("allowed_updates");
    UPDATES.forEach(kinds::add);
    demand("setWebhook", json);
  }

  /** Telegram's own command menu for everybody: the commands of the lowest tier. */
  public void setCommands() {
    demand("setMyCommands", commands(Tier.PRESS_PASS, Role.TRADER));
  }

  /** The menu of one private chat: what this person may use. */
  public void setCommands(ChatId chat, Tier tier, Role role) {
    ObjectNode json = commands(tier, role);
    json.putObject("scope").put("type", "chat").put("chat_id", chat.value());
    demand("setMyCommands", json);
  }

  @Override
  public String name() {
    return demand("getMe", object())
        .maybeObject("result")
        .flatMap(me -> me.maybeText("username", 64))
        .orElseThrow(() -> new TelegramUnavailable("getMe: no user name in the answer"));
  }

  private static ObjectNode commands(Tier tier, Role role) {
    ObjectNode json = object();
    ArrayNode list = json.putArray("commands");
    Arrays.stream(CommandName.values())
        .filter(name -> name.allowedTo(tier, role))
        .forEach(
            name -> list.addObject().put("command", name.word()).put("description", name.about()));
    return json;
  }

  private Fields demand(String method, ObjectNode json) {
    BotAnswer answer = calls.call(method, json);
    if (answer.status() != 200) {
      throw new TelegramUnavailable(method + ": " + answer.status() + " " + answer.description());
    }
    return answer.body();
  }

  private static Delivery delivery(BotAnswer answer, long edited) {
    return switch (answer.status()) {
      case 200 -> new Delivery.Done(messageId(answer).orElse(edited));
      case 429 -> new Delivery.Slow(Duration.ofSeconds(answer.retryAfter()));
      case 403 -> new Delivery.Unreachable(answer.description());
      case 400 -> badRequest(answer.description(), edited);
      // 5xx, 401 and 404 were thrown by the transport; no other code is documented.
      default -> throw new TelegramUnavailable(answer.status() + " " + answer.description());
    };
  }

  private static Delivery badRequest(String description, long edited) {
    if (description.contains("message is not modified")) {
      return new Delivery.Done(edited);
    }
    boolean gone =
        description.contains("chat not found") || description.contains("user is deactivated");
    return gone ? new Delivery.Unreachable(description) : new Delivery.Refused(description);
  }

  /** An edit may answer {@code true} instead of the message. */
  private static Optional<Long> messageId(BotAnswer answer) {
    try {
      return answer.body().maybeObject("result").flatMap(result -> result.maybeWhole("message_id"));
    } catch (BadJson e) {
      return Optional.empty();
    }
  }

  private static ObjectNode object() {
    return JsonNodeFactory.instance.objectNode();
  }
}
