package io.bitten.local.telegram;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * The whole state as one JSON document. The webhook is not in it: whoever starts the bot sets it
 * anew, and what waits is delivered then.
 */
final class SavedState {
  static final int FORMAT = 1;

  private final ChatBook book;
  private final UpdateLog log;
  private final Menus menus;

  SavedState(ChatBook book, UpdateLog log, Menus menus) {
    this.book = book;
    this.log = log;
    this.menus = menus;
  }

  String write() {
    synchronized (book) {
      ObjectNode json = Json.object().put("format", FORMAT).put("simulated", true);
      json.put("next_update_id", log.nextId()).put("taps_ever", book.tapsEver());
      ArrayNode people = json.putArray("people");
      book.people().forEach(person -> people.add(person.toJson()));
      ArrayNode chats = json.putArray("chats");
      book.chats().forEach(chat -> chats.add(chat(chat)));
      ArrayNode updates = json.putArray("updates");
      log.pending().forEach(update -> updates.add(update(update)));
      json.set("menus", menus.toJson());
      return Json.write(json);
    }
  }

  /** Taps that were not answered are not kept: their time to answer is seconds. */
  void read(String text) {
    JsonNode json = Json.read(text);
    if (json.path("format").asInt() != FORMAT) {
      throw new IllegalStateException("the saved chats are not of format " + FORMAT);
    }
    synchronized (book) {
      json.path("people").forEach(person -> book.add(Person.fromJson(person)));
      json.path("chats").forEach(this::readChat);
      log.nextId(json.path("next_update_id").asLong());
      book.tapsEver(json.path("taps_ever").asLong());
      json.path("updates").forEach(this::readUpdate);
      menus.restore(json.path("menus"));
    }
  }

  private static ObjectNode chat(Chat chat) {
    ObjectNode json =
        Json.object()
            .put("id", chat.id())
            .put("kind", chat.kind().name())
            .put("title", chat.title())
            .put("reach", chat.reach().name())
            .put("next_message_id", chat.nextMessageId());
    ArrayNode messages = json.putArray("messages");
    chat.messages().forEach(message -> messages.add(message(message)));
    return json;
  }

  private void readChat(JsonNode json) {
    Chat chat =
        new Chat(
            json.path("id").asLong(),
            Chat.Kind.valueOf(json.path("kind").asText()),
            json.path("title").asText());
    chat.reach(Chat.Reach.valueOf(json.path("reach").asText()));
    json.path("messages").forEach(message -> chat.put(readMessage(chat.id(), message)));
    chat.nextMessageId(json.path("next_message_id").asInt());
    book.add(chat);
  }

  private static ObjectNode message(SimMessage message) {
    ObjectNode json =
        Json.object()
            .put("id", message.id())
            .put("author", message.author().name())
            .put("from", message.fromId())
            .put("date", message.date().toString());
    content(json, message.formatted(), message.keyboard());
    ArrayNode history = json.putArray("history");
    for (SimMessage.Revision revision : message.history()) {
      ObjectNode before = history.addObject().put("until", revision.replacedAt().toString());
      content(before, revision.formatted(), revision.keyboard());
    }
    return json;
  }

  private static void content(ObjectNode json, FormattedText text, InlineKeyboard keyboard) {
    json.put("text", text.text());
    json.set("entities", text.entitiesJson());
    json.set("keyboard", keyboard.toJson());
  }

  private static SimMessage readMessage(long chatId, JsonNode json) {
    List<SimMessage.Revision> history = new ArrayList<>();
    for (JsonNode before : json.path("history")) {
      Instant until = Instant.parse(before.path("until").asText());
      history.add(new SimMessage.Revision(text(before), keyboard(before), until));
    }
    return new SimMessage(
        chatId,
        json.path("id").asInt(),
        SimMessage.Author.valueOf(json.path("author").asText()),
        json.path("from").asLong(),
        Instant.parse(json.path("date").asText()),
        text(json),
        keyboard(json),
        history);
  }

  private static FormattedText text(JsonNode json) {
    return FormattedText.fromJson(json.path("text"), json.path("entities"));
  }

  private static InlineKeyboard keyboard(JsonNode json) {
    try {
      return KeyboardReader.of(json.path("keyboard"));
    } catch (Refused damaged) {
      throw new IllegalStateException("a saved keyboard cannot be read", damaged);
    }
  }

  private static ObjectNode update(Update update) {
    ObjectNode json =
        Json.object()
            .put("id", update.id())
            .put("type", update.type())
            .put("queue", update.queue())
            .put("expires", update.expires().toString());
    json.set("content", update.content());
    return json;
  }

  private void readUpdate(JsonNode json) {
    if (json.path("content") instanceof ObjectNode content) {
      log.keep(
          new Update(
              json.path("id").asLong(),
              json.path("type").asText(),
              json.path("queue").asLong(),
              Instant.parse(json.path("expires").asText()),
              content));
    }
  }
}
