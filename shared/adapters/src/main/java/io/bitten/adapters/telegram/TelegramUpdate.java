package io.bitten.adapters.telegram;

import io.bitten.core.chat.Incoming;

/** What the bytes of a webhook call turned out to be. */
public sealed interface TelegramUpdate {

  /** Something a person did. */
  record Taken(Incoming incoming) implements TelegramUpdate {}

  /**
   * A tap on a button.
   *
   * @param callbackId what {@code answerCallbackQuery} needs; lives for a few seconds
   */
  record Tap(Incoming.Tapped tapped, String callbackId) implements TelegramUpdate {}

  /** A well-formed update of a kind we have no use for, for example a photo or a new kind. */
  record Ignored(long updateId, String why) implements TelegramUpdate {}

  /** Not an update: the field and what must hold. */
  record Bad(String field, String sentence) implements TelegramUpdate {}
}
