package io.bitten.core.chat;

import io.bitten.core.account.ChatId;
import io.bitten.core.account.Reach;
import io.bitten.core.account.UserId;

/** What a person did in Telegram, already authenticated and sanitised by the door. */
public sealed interface Incoming {
  long updateId();

  ChatId chat();

  UserId user();

  /** What Telegram calls the person; untrusted text. */
  String name();

  /** A text message. */
  record Said(long updateId, ChatId chat, UserId user, String name, String text)
      implements Incoming {}

  /**
   * A text message that was changed. Telegram tells of changes as well that a bot cannot see (Bot
   * API, "Update"), so it is no wish.
   */
  record Edited(long updateId, ChatId chat, UserId user, String name, String text)
      implements Incoming {}

  /** A button under a message. {@code data} is untrusted. */
  record Tapped(long updateId, ChatId chat, UserId user, String name, long messageId, String data)
      implements Incoming {}

  /** The person blocked the bot, or let it in again. */
  record Moved(long updateId, ChatId chat, UserId user, String name, Reach reach)
      implements Incoming {}
}
