package io.bitten.adapters.telegram;

import io.bitten.adapters.json.BadJson;
import io.bitten.adapters.json.Fields;
import io.bitten.core.account.ChatId;
import io.bitten.core.account.Reach;
import io.bitten.core.account.UserId;
import io.bitten.core.chat.Incoming;
import java.util.Optional;

/**
 * Reads Telegram's updates (Bot API, "Getting updates"). Bytes come from strangers: what is not an
 * update is refused by field, a kind or a field we do not know is passed over, nothing is thrown.
 */
public final class UpdateParser {
  /** Telegram's ids have at most 52 significant bits. */
  private static final long LARGEST_ID = (1L << 52) - 1;

  private static final int LONGEST_TEXT = 16_384;
  private static final int TEXT_KEPT = 512;
  private static final int NAME_KEPT = 64;
  private static final int LONGEST_DATA = 256;
  private static final int LONGEST_CALLBACK_ID = 64;

  private UpdateParser() {}

  public static TelegramUpdate parse(byte[] utf8) {
    try {
      Fields update = Fields.of(utf8);
      return update(update, id(update, "update_id", 0));
    } catch (BadJson e) {
      return new TelegramUpdate.Bad(e.field(), e.sentence());
    }
  }

  private static TelegramUpdate update(Fields update, long updateId) {
    if (update.has("message")) {
      return said(updateId, update.object("message"));
    }
    if (update.has("edited_message")) {
      return edited(said(updateId, update.object("edited_message")));
    }
    if (update.has("callback_query")) {
      return tapped(updateId, update.object("callback_query"));
    }
    if (update.has("my_chat_member")) {
      return moved(updateId, update.object("my_chat_member"));
    }
    return new TelegramUpdate.Ignored(updateId, "a kind of update without a meaning here");
  }

  private static TelegramUpdate edited(TelegramUpdate said) {
    return said
            instanceof
            TelegramUpdate.Taken(Incoming.Said(var update, var chat, var user, var name, var text))
        ? new TelegramUpdate.Taken(new Incoming.Edited(update, chat, user, name, text))
        : said;
  }

  private static TelegramUpdate said(long updateId, Fields message) {
    if (!message.has("from")) {
      return new TelegramUpdate.Ignored(updateId, "a message without a person");
    }
    Person person = person(message.object("from"));
    ChatId chat = chat(message.object("chat"));
    Optional<String> text = message.maybeText("text", LONGEST_TEXT);
    if (person.bot() || text.isEmpty()) {
      return new TelegramUpdate.Ignored(updateId, "a message without a text of a person");
    }
    return new TelegramUpdate.Taken(
        new Incoming.Said(
            updateId, chat, person.id(), person.name(), CleanText.of(text.get(), TEXT_KEPT)));
  }

  private static TelegramUpdate tapped(long updateId, Fields query) {
    String callbackId = query.text("id", LONGEST_CALLBACK_ID);
    Person person = person(query.object("from"));
    Optional<Fields> message = query.maybeObject("message");
    Optional<String> data = query.maybeText("data", LONGEST_DATA);
    if (message.isEmpty() || data.isEmpty()) {
      return new TelegramUpdate.Ignored(updateId, "a tap without our message");
    }
    // An InaccessibleMessage has a chat and an id as well, and nothing more is needed.
    return new TelegramUpdate.Tap(
        new Incoming.Tapped(
            updateId,
            chat(message.get().object("chat")),
            person.id(),
            person.name(),
            id(message.get(), "message_id", 0),
            CleanText.of(data.get(), LONGEST_DATA)),
        callbackId);
  }

  private static TelegramUpdate moved(long updateId, Fields change) {
    Person person = person(change.object("from"));
    ChatId chat = chat(change.object("chat"));
    String status = change.object("new_chat_member").text("status", 32);
    if (chat.value() <= 0) {
      return new TelegramUpdate.Ignored(updateId, "a change in a group");
    }
    Reach reach =
        status.equals("kicked") || status.equals("left") ? Reach.BLOCKED : Reach.REACHABLE;
    return new TelegramUpdate.Taken(
        new Incoming.Moved(updateId, chat, person.id(), person.name(), reach));
  }

  private record Person(UserId id, String name, boolean bot) {}

  private static Person person(Fields from) {
    String first = from.maybeText("first_name", LONGEST_DATA).orElse("");
    String last = from.maybeText("last_name", LONGEST_DATA).orElse("");
    String name = CleanText.of((first + " " + last).strip(), NAME_KEPT);
    return new Person(
        UserId.ofTelegram(id(from, "id", 1)),
        name.isEmpty() ? "Trader" : name,
        from.has("is_bot") && from.flag("is_bot"));
  }

  private static ChatId chat(Fields chat) {
    return new ChatId(id(chat, "id", -LARGEST_ID));
  }

  private static long id(Fields fields, String name, long least) {
    long value = fields.whole(name);
    if (value < least || value > LARGEST_ID) {
      throw fields.refuse(name, "must be " + least + " .. " + LARGEST_ID);
    }
    return value;
  }
}
