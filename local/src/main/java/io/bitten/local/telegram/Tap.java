package io.bitten.local.telegram;

import java.time.Instant;

/**
 * A person's tap on a button, which the bot is to answer.
 *
 * @param id the callback query's id
 */
public record Tap(
    String id, long personId, long chatId, int messageId, String data, Instant at, State state) {

  /** What became of it. */
  public sealed interface State {}

  /** The button still spins. */
  public record Pending() implements State {}

  /** The bot answered; the text may be empty. */
  public record Answered(String text, Look look, String url) implements State {}

  /** How an answer is shown. */
  public enum Look {
    TOAST,
    ALERT
  }

  Tap with(State newState) {
    return new Tap(id, personId, chatId, messageId, data, at, newState);
  }
}
