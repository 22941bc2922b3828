package io.bitten.local.telegram;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;

/** What a person does with a phone; each act becomes an update for the bot. */
final class PersonActs {
  static final Duration MESSAGE_KEPT = Duration.ofHours(24);
  static final Duration TAP_KEPT = Duration.ofSeconds(150);

  private final ChatBook book;
  private final UpdateLog log;
  private final Wire wire;

  PersonActs(ChatBook book, UpdateLog log) {
    this.book = book;
    this.log = log;
    this.wire = new Wire(book);
  }

  /** Writes in a private chat. The first message opens it, as pressing Start does. */
  SimMessage say(long chatId, String text) {
    return say(chatId, chatId, text);
  }

  /** Writes in a chat; an own private one or a group. */
  SimMessage say(long chatId, long personId, String text) {
    synchronized (book) {
      Chat chat = chat(chatId);
      if (book.personOf(personId).isEmpty()) {
        throw new NotPossible("nobody has the id " + personId);
      }
      String kept = text.strip();
      if (kept.isEmpty() || kept.length() > MessageText.MAX_LENGTH) {
        throw new NotPossible("a message has 1..4096 characters");
      }
      if (!StandardCharsets.UTF_8.newEncoder().canEncode(kept)) {
        throw new NotPossible("a message is Unicode text");
      }
      comeBack(chat);
      SimMessage said =
          book.post(
              chat,
              new SimMessage(
                  chatId,
                  0,
                  SimMessage.Author.PERSON,
                  personId,
                  book.now(),
                  FormattedText.plain(kept).withCommands(),
                  InlineKeyboard.NONE,
                  List.of()));
      log.publish(
          new Update(
              0, "message", chatId, said.date().plus(MESSAGE_KEPT), wire.message(chat, said)));
      return said;
    }
  }

  private void comeBack(Chat chat) {
    switch (chat.reach()) {
      case OPEN -> {}
      case UNKNOWN -> chat.reach(Chat.Reach.OPEN);
      case BLOCKED -> reach(chat, Chat.Reach.OPEN);
      case DEACTIVATED -> throw new NotPossible("the person is deactivated");
    }
  }

  /** Taps a button that is there. Refuses a button the message does not show. */
  Tap tap(long chatId, int messageId, String data) {
    synchronized (book) {
      SimMessage message =
          chat(chatId)
              .message(messageId)
              .orElseThrow(() -> new NotPossible("no message " + messageId));
      if (!message.keyboard().offers(data)) {
        throw new NotPossible("message " + messageId + " has no such button");
      }
      return forge(chatId, messageId, data);
    }
  }

  /** Taps the button with this label. */
  Tap tapLabel(long chatId, int messageId, String label) {
    synchronized (book) {
      String data =
          chat(chatId)
              .message(messageId)
              .flatMap(message -> message.keyboard().dataOf(label))
              .orElseThrow(() -> new NotPossible("no button \"" + label + "\" to tap"));
      return tap(chatId, messageId, data);
    }
  }

  /** Sends data of the person's own making, as a modified client can. */
  Tap forge(long chatId, int messageId, String data) {
    synchronized (book) {
      Chat chat = chat(chatId);
      int bytes = data.getBytes(StandardCharsets.UTF_8).length;
      if (bytes < 1 || bytes > KeyboardReader.MAX_DATA_BYTES) {
        throw new NotPossible("callback data has 1..64 bytes");
      }
      if (chat.reach() != Chat.Reach.OPEN || chat.kind() != Chat.Kind.PRIVATE) {
        throw new NotPossible("taps come from an open private chat");
      }
      Tap tap =
          new Tap(book.nextTapId(), chatId, chatId, messageId, data, book.now(), new Tap.Pending());
      book.keep(chat, tap);
      log.publish(
          new Update(
              0, "callback_query", tapQueue(chatId), tap.at().plus(TAP_KEPT), wire.tap(chat, tap)));
      return tap;
    }
  }

  /** Taps have a queue of their own beside the messages', as in the real one. */
  private static long tapQueue(long userId) {
    return userId + (3L << 33);
  }

  void block(long chatId) {
    reachOf(chatId, Chat.Reach.BLOCKED);
  }

  void unblock(long chatId) {
    reachOf(chatId, Chat.Reach.OPEN);
  }

  private void reachOf(long chatId, Chat.Reach wanted) {
    synchronized (book) {
      Chat chat = chat(chatId);
      if (chat.reach() == Chat.Reach.UNKNOWN) {
        throw new NotPossible("the chat was never started");
      }
      if (chat.reach() != wanted) {
        reach(chat, wanted);
      }
    }
  }

  private void reach(Chat chat, Chat.Reach after) {
    Chat.Reach before = chat.reach();
    chat.reach(after);
    book.touched(chat);
    log.publish(
        new Update(
            0,
            "my_chat_member",
            chat.id(),
            book.now().plus(MESSAGE_KEPT),
            wire.membership(chat, before, after)));
  }

  private Chat chat(long chatId) {
    return book.chat(chatId).orElseThrow(() -> new NotPossible("no chat " + chatId));
  }
}
