package io.bitten.local.telegram;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Sending, editing and deleting messages. */
final class MessageMethods {
  /** A chat action is shown this long. */
  static final Duration ACTION_SHOWN = Duration.ofSeconds(5);

  /** Older messages can't be deleted. */
  static final Duration DELETABLE = Duration.ofHours(48);

  private static final Set<String> ACTIONS =
      Set.of(
          "typing",
          "upload_photo",
          "record_video",
          "upload_video",
          "record_voice",
          "upload_voice",
          "upload_document",
          "choose_sticker",
          "find_location",
          "record_video_note",
          "upload_video_note");

  private final ChatBook book;
  private final SendLimits limits;
  private final Destination destination;
  private final Wire wire;

  MessageMethods(ChatBook book, SendLimits limits) {
    this.book = book;
    this.limits = limits;
    this.destination = new Destination(book);
    this.wire = new Wire(book);
  }

  Map<String, ApiMethod> all() {
    return Map.of(
        "sendMessage", this::sendMessage,
        "editMessageText", this::editMessageText,
        "editMessageReplyMarkup", this::editMessageReplyMarkup,
        "deleteMessage", this::deleteMessage,
        "sendChatAction", this::sendChatAction);
  }

  private ApiAnswer.Ok sendMessage(Params params) throws Refused {
    FormattedText text = MessageText.of(params);
    InlineKeyboard keyboard = KeyboardReader.of(params);
    Chat chat = destination.writable(params);
    limits.take(chat, book.now());
    chat.busyUntil(Instant.EPOCH);
    SimMessage draft =
        new SimMessage(
            chat.id(),
            0,
            SimMessage.Author.BOT,
            book.bot().id(),
            book.now(),
            text,
            keyboard,
            List.of());
    return ApiAnswer.Ok.of(wire.message(chat, book.post(chat, draft)));
  }

  private ApiAnswer.Ok editMessageText(Params params) throws Refused {
    FormattedText text = MessageText.of(params);
    InlineKeyboard keyboard = KeyboardReader.of(params);
    Chat chat = destination.writable(params);
    return edit(chat, destination.message(chat, params, "message to edit"), text, keyboard);
  }

  private ApiAnswer.Ok editMessageReplyMarkup(Params params) throws Refused {
    InlineKeyboard keyboard = KeyboardReader.of(params);
    Chat chat = destination.writable(params);
    SimMessage message = destination.message(chat, params, "message to edit");
    return edit(chat, message, message.formatted(), keyboard);
  }

  private ApiAnswer.Ok edit(
      Chat chat, SimMessage message, FormattedText text, InlineKeyboard keyboard) throws Refused {
    if (!message.fromBot()) {
      throw Refused.badRequest("message can't be edited");
    }
    limits.take(chat, book.now());
    if (message.shows(text, keyboard)) {
      throw Refused.badRequest(
          "message is not modified: specified new message content and reply markup are exactly the"
              + " same as a current content and reply markup of the message");
    }
    SimMessage edited = message.edited(text, keyboard, book.now());
    book.replace(chat, edited);
    return ApiAnswer.Ok.of(wire.message(chat, edited));
  }

  private ApiAnswer.Ok deleteMessage(Params params) throws Refused {
    Chat chat = destination.writable(params);
    SimMessage message = destination.message(chat, params, "message to delete");
    if (message.date().plus(DELETABLE).isBefore(book.now())) {
      throw Refused.badRequest("message can't be deleted for everyone");
    }
    book.delete(chat, message.id());
    return ApiAnswer.Ok.yes();
  }

  private ApiAnswer.Ok sendChatAction(Params params) throws Refused {
    String action = params.text("action");
    if (!ACTIONS.contains(action)) {
      throw Refused.badRequest("wrong parameter action in request");
    }
    Chat chat = destination.writable(params);
    chat.busyUntil(book.now().plus(ACTION_SHOWN));
    book.touched(chat);
    return ApiAnswer.Ok.yes();
  }
}
