package io.bitten.core.chat;

import io.bitten.core.account.ChatId;

/** One message for the sender. The same key is sent once. */
public sealed interface Outgoing {
  String key();

  ChatId chat();

  /** A new message; its id is remembered under the subject. */
  record Post(String key, ChatId chat, Card card, Subject subject) implements Outgoing {}

  /** Replaces a known message. */
  record Edit(String key, ChatId chat, long messageId, Card card) implements Outgoing {}

  /**
   * Replaces the message that shows the subject, unless it already shows {@code version} or newer;
   * posts when there is none.
   */
  record Show(String key, ChatId chat, Subject subject, long version, Card card)
      implements Outgoing {}
}
