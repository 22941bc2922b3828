package io.bitten.local.telegram;

import java.util.function.Consumer;

/** Carries one update to the bot's door. */
public interface WebhookPost {

  /** What came back. */
  sealed interface Reply {}

  /**
   * An HTTP answer.
   *
   * @param retryAfterSeconds 0 when the answer names no time
   * @param body empty when it was longer than is read
   */
  record Answered(int status, long retryAfterSeconds, String contentType, String body)
      implements Reply {}

  /** No answer. */
  record Unreachable(String why) implements Reply {}

  /** Posts the JSON and reports once, on any thread. */
  void post(Webhook webhook, String json, Consumer<Reply> done);
}
