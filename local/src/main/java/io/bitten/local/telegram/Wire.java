package io.bitten.local.telegram;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;

/** The Bot API's JSON of what is in the {@link ChatBook}. */
final class Wire {
  private final ChatBook book;

  Wire(ChatBook book) {
    this.book = book;
  }

  ObjectNode chat(Chat chat) {
    ObjectNode json = Json.object().put("id", chat.id());
    switch (chat.kind()) {
      case PRIVATE -> {
        json.put("first_name", book.personOf(chat.id()).map(Person::name).orElse(chat.title()));
        book.personOf(chat.id())
            .filter(person -> !person.username().isEmpty())
            .ifPresent(person -> json.put("username", person.username()));
      }
      case GROUP -> json.put("title", chat.title());
    }
    return json.put("type", chat.kind().name().toLowerCase(Locale.ROOT));
  }

  ObjectNode message(Chat chat, SimMessage message) {
    ObjectNode json = Json.object().put("message_id", message.id());
    json.set("from", user(message.fromId()));
    json.set("chat", chat(chat));
    json.put("date", message.date().getEpochSecond());
    if (!message.history().isEmpty()) {
      json.put("edit_date", message.history().getLast().replacedAt().getEpochSecond());
    }
    json.put("text", message.text());
    if (!message.formatted().entities().isEmpty()) {
      json.set("entities", message.formatted().entitiesJson());
    }
    if (!message.keyboard().isEmpty()) {
      json.set("reply_markup", message.keyboard().toJson());
    }
    return json;
  }

  /** A message the bot can no longer see. */
  ObjectNode inaccessible(Chat chat, int messageId) {
    ObjectNode json = Json.object();
    json.set("chat", chat(chat));
    return json.put("message_id", messageId).put("date", 0);
  }

  ObjectNode tap(Chat chat, Tap tap) {
    ObjectNode json = Json.object().put("id", tap.id());
    json.set("from", user(tap.personId()));
    json.set(
        "message",
        chat.message(tap.messageId())
            .map(message -> message(chat, message))
            .orElseGet(() -> inaccessible(chat, tap.messageId())));
    return json.put("chat_instance", Long.toString(chat.id() * 31)).put("data", tap.data());
  }

  ObjectNode membership(Chat chat, Chat.Reach before, Chat.Reach after) {
    ObjectNode json = Json.object();
    json.set("chat", chat(chat));
    json.set("from", user(chat.id()));
    json.put("date", book.now().getEpochSecond());
    json.set("old_chat_member", member(before));
    json.set("new_chat_member", member(after));
    return json;
  }

  private ObjectNode member(Chat.Reach reach) {
    ObjectNode json = Json.object();
    json.set("user", book.bot().toJson());
    return switch (reach) {
      case OPEN -> json.put("status", "member");
      case UNKNOWN, BLOCKED, DEACTIVATED -> json.put("status", "kicked").put("until_date", 0);
    };
  }

  private ObjectNode user(long id) {
    return book.personOf(id).map(Person::toJson).orElseGet(() -> book.bot().toJson());
  }
}
