package io.bitten.core.account;

/** Whether messages reach a person in Telegram. */
public enum Reach {
  REACHABLE,
  /** The person blocked the bot or the chat is gone; nothing is sent until they come back. */
  BLOCKED
}
