package io.bitten.local.telegram;

/** A way the Bot API misbehaves on request, for tests. */
public sealed interface Fault {
  /** Seconds; a day. */
  int MAX_RETRY_AFTER = 86_400;

  /** 429 with this many seconds to wait. Nothing is done. */
  record TooManyRequests(int retryAfterSeconds) implements Fault {
    public TooManyRequests {
      if (retryAfterSeconds < 1 || retryAfterSeconds > MAX_RETRY_AFTER) {
        throw new NotPossible("retry_after is 1.." + MAX_RETRY_AFTER + " seconds");
      }
    }
  }

  /** 403 "bot was blocked by the user". Nothing is done. */
  record Blocked() implements Fault {}

  /** A 5xx. Nothing is done. */
  record ServerError(int status) implements Fault {
    public ServerError {
      if (status < 500 || status > 599) {
        throw new NotPossible("a server error is 500..599");
      }
    }
  }

  /** The connection ends without an answer. Nothing is done. */
  record NoAnswer() implements Fault {}

  /** The call is carried out, and the connection ends without an answer. */
  record LostAnswer() implements Fault {}
}
