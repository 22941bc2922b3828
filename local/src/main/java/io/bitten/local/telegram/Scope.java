package io.bitten.local.telegram;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Set;

/**
 * Where a command list is shown.
 *
 * @param chatId 0 when the scope names no chat
 * @param userId 0 when the scope names no user
 */
record Scope(String type, long chatId, long userId) {
  static final Scope DEFAULT = new Scope("default", 0, 0);

  private static final Set<String> WIDE =
      Set.of("default", "all_private_chats", "all_group_chats", "all_chat_administrators");
  private static final Set<String> OF_A_CHAT = Set.of("chat", "chat_administrators", "chat_member");

  String key() {
    return type + ":" + chatId + ":" + userId;
  }

  static Scope of(Params params, Destination destination) throws Refused {
    String text = params.text("scope");
    if (text.isEmpty()) {
      return DEFAULT;
    }
    JsonNode json = Json.read(text);
    if (json.isMissingNode()) {
      throw Refused.badRequest("can't parse BotCommandScope JSON object");
    }
    if (!json.isObject()) {
      throw unreadable("BotCommandScope must be an Object");
    }
    if (!json.path("type").isTextual()) {
      throw unreadable("Can't find field \"type\"");
    }
    String type = json.path("type").asText();
    if (WIDE.contains(type)) {
      return new Scope(type, 0, 0);
    }
    if (!OF_A_CHAT.contains(type)) {
      throw unreadable("Unsupported type specified");
    }
    return ofAChat(type, json, destination);
  }

  private static Scope ofAChat(String type, JsonNode json, Destination destination) throws Refused {
    JsonNode chatId = json.path("chat_id");
    if (!chatId.isTextual() && !chatId.isIntegralNumber()) {
      throw unreadable("Can't find field \"chat_id\"");
    }
    if (chatId.asText().isEmpty()) {
      throw unreadable("Empty chat_id specified");
    }
    long user = json.path("user_id").asLong(0);
    if (type.equals("chat_member") && user <= 0) {
      throw unreadable("Invalid user_id specified");
    }
    long chat = destination.known(chatId.asText()).id();
    return new Scope(type, chat, type.equals("chat_member") ? user : 0);
  }

  private static Refused unreadable(String why) {
    return Refused.badRequest("can't parse BotCommandScope: " + why);
  }
}
