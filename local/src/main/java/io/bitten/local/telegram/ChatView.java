package io.bitten.local.telegram;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What the chat page shows, as JSON. */
final class ChatView {
  static final int MAX_PEOPLE = 200;
  static final int MAX_MESSAGES = 200;
  static final int MAX_TAPS = 20;
  private static final String LANGUAGE = "en";

  private final ChatBook book;
  private final Menus menus;
  private final Wire wire;

  ChatView(ChatBook book, Menus menus) {
    this.book = book;
    this.menus = menus;
    this.wire = new Wire(book);
  }

  /** The people, those with the newest messages first. */
  ObjectNode overview() {
    synchronized (book) {
      ObjectNode json =
          Json.object()
              .put("simulated", true)
              .put("version", book.version())
              .put("now", book.now().getEpochSecond());
      json.set("bot", book.bot().toJson());
      ArrayNode people = json.putArray("people");
      book.chats().stream()
          .filter(chat -> chat.kind() == Chat.Kind.PRIVATE)
          .sorted(Comparator.comparingLong((Chat chat) -> chat.version()).reversed())
          .limit(MAX_PEOPLE)
          .forEach(chat -> people.add(person(chat)));
      return json;
    }
  }

  private ObjectNode person(Chat chat) {
    ObjectNode json = wire.chat(chat).put("reach", chat.reach().name().toLowerCase(Locale.ROOT));
    json.put("version", chat.version());
    chat.last()
        .ifPresent(
            last ->
                json.putObject("last")
                    .put("text", last.text())
                    .put("mine", !last.fromBot())
                    .put("date", last.date().getEpochSecond()));
    return json;
  }

  ObjectNode chat(Chat chat) {
    synchronized (book) {
      ObjectNode json = person(chat);
      json.put("busy", book.now().isBefore(chat.busyUntil()));
      json.set("menu_button", menus.button(Optional.of(chat)));
      ArrayNode commands = json.putArray("commands");
      menus.shownIn(chat, LANGUAGE).forEach(command -> commands.add(command.toJson()));
      ArrayNode messages = json.putArray("messages");
      newest(chat.messages(), MAX_MESSAGES).forEach(m -> messages.add(message(chat, m)));
      ArrayNode taps = json.putArray("taps");
      newest(book.taps(chat.id()), MAX_TAPS).forEach(tap -> taps.add(tap(tap)));
      return json;
    }
  }

  /** The page the button beside the text field opens, empty when it opens none. */
  String menuUrl(Chat chat) {
    return menus.button(Optional.of(chat)).path("web_app").path("url").asText();
  }

  ObjectNode message(Chat chat, SimMessage message) {
    return wire.message(chat, message)
        .put("mine", !message.fromBot())
        .put("edited", message.edited())
        .put("edits", message.history().size());
  }

  ObjectNode tap(Tap tap) {
    ObjectNode json =
        Json.object()
            .put("id", tap.id())
            .put("message_id", tap.messageId())
            .put("data", tap.data())
            .put("date", tap.at().getEpochSecond());
    return switch (tap.state()) {
      case Tap.Pending pending ->
          json.put(
              "state",
              tap.at().plus(TapMethods.ANSWERABLE).isBefore(book.now()) ? "late" : "pending");
      case Tap.Answered answered ->
          json.put("state", "answered")
              .put("text", answered.text())
              .put("alert", answered.look() == Tap.Look.ALERT)
              .put("url", answered.url());
    };
  }

  private static <T> List<T> newest(List<T> all, int most) {
    return all.subList(Math.max(0, all.size() - most), all.size());
  }
}
