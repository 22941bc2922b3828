package io.bitten.core.chat;

import io.bitten.core.account.ChatId;
import io.bitten.core.signal.SignalId;
import java.time.Instant;

/** One message for the sender. The same key is sent once. */
public sealed interface Outgoing {
  String key();

  ChatId chat();

  /** A new message; its id is remembered under the subject. */
  record Post(String key, ChatId chat, Card card, Subject subject) implements Outgoing {}

  /**
   * A signal's card for a reader. It is not sent any more once the signal has expired: a card that
   * waited shall not ask for what is over.
   */
  record Alert(String key, ChatId chat, Card card, SignalId signal, Instant until)
      implements Outgoing {}

  /** Replaces a known message; posted anew when that is gone, or shows an order. */
  record Edit(String key, ChatId chat, long messageId, Card card) implements Outgoing {}

  /**
   * Replaces the message that shows the subject, unless it already shows {@code version} or newer;
   * posts when there is none.
   */
  record Show(String key, ChatId chat, Subject subject, long version, Card card)
      implements Outgoing {}
}
