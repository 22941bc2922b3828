package io.bitten.adapters.telegram;

import io.bitten.adapters.json.Fields;

/** The Bot API's answer: {@code {"ok": ..., "result" | "description", "parameters"}}. */
record BotAnswer(int status, Fields body) {
  private static final int LONGEST_DESCRIPTION = 2_000;

  String description() {
    return body.maybeText("description", LONGEST_DESCRIPTION).orElse("no description");
  }

  /** Seconds to wait after a 429; at least one. */
  long retryAfter() {
    return Math.max(
        1,
        body.maybeObject("parameters")
            .flatMap(parameters -> parameters.maybeWhole("retry_after"))
            .orElse(1L));
  }
}
