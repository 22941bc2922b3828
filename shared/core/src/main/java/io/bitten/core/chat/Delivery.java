package io.bitten.core.chat;

import java.time.Duration;

/** What became of a message. */
public sealed interface Delivery {
  record Done(long messageId) implements Delivery {}

  /** Try again after this long. */
  record Slow(Duration retryAfter) implements Delivery {}

  /** The person blocked the bot or the chat is gone; do not try again. */
  record Unreachable(String why) implements Delivery {}

  /** Refused for its content; trying again changes nothing. */
  record Refused(String why) implements Delivery {}
}
