package io.bitten.local.telegram;

/** Finds the chat a call is about. */
final class Destination {
  private final ChatBook book;

  Destination(ChatBook book) {
    this.book = book;
  }

  /** The chat the bot may write to. */
  Chat writable(Params params) throws Refused {
    Chat chat = known(params);
    return switch (chat.reach()) {
      case OPEN -> chat;
      case BLOCKED -> throw Refused.forbidden("bot was blocked by the user");
      case DEACTIVATED -> throw Refused.forbidden("user is deactivated");
      case UNKNOWN -> throw Refused.badRequest("chat not found");
    };
  }

  /** The chat, whether or not the bot may write there now. */
  Chat known(Params params) throws Refused {
    return known(params.text("chat_id"));
  }

  Chat known(String chatId) throws Refused {
    if (chatId.isEmpty()) {
      throw Refused.badRequest("chat_id is empty");
    }
    if (!Params.isInteger(chatId)) {
      throw Refused.badRequest("chat not found");
    }
    return book.chat(Long.parseLong(chatId))
        .filter(chat -> chat.reach() != Chat.Reach.UNKNOWN)
        .orElseThrow(() -> Refused.badRequest("chat not found"));
  }

  /** The message named by {@code message_id}; {@code what} names it in the refusal. */
  SimMessage message(Chat chat, Params params, String what) throws Refused {
    long id = params.number("message_id", 0);
    if (id == 0) {
      throw Refused.badRequest("message identifier is not specified");
    }
    if (id < 0 || id > Integer.MAX_VALUE) {
      throw Refused.badRequest(what + " not found");
    }
    return chat.message((int) id).orElseThrow(() -> Refused.badRequest(what + " not found"));
  }
}
