package io.bitten.core.chat;

import io.bitten.core.account.ChatId;

/** Telegram. Sending has no idempotency key there: a lost answer may mean a sent message. */
public interface Messenger {
  Delivery post(ChatId chat, Card card);

  /** An edit that changes nothing is done. */
  Delivery edit(ChatId chat, long messageId, Card card);

  /** The bot's user name, without @: throws when Telegram does not answer, or not to our token. */
  String name();
}
