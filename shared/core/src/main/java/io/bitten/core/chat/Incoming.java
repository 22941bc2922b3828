package io.bitten.core.chat;

import io.bitten.core.account.ChatId;
import io.bitten.core.account.UserId;

/** What a person did in Telegram, already authenticated and sanitised by the door. */
public sealed interface Incoming {
  long updateId();

  ChatId chat();

  UserId user();

  /** A text message. */
  record Said(long updateId, ChatId chat, UserId user, String name, String text)
      implements Incoming {}

  /** A button under a message. {@code data} is untrusted. */
  record Tapped(
      long updateId, ChatId chat, UserId user, String name, long messageId, String data)
      implements Incoming {}
}
