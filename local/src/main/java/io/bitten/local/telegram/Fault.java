package io.bitten.local.telegram;

/** A way the Bot API misbehaves on request, for tests. */
public sealed interface Fault {

  /** 429 with this many seconds to wait. Nothing is done. */
  record TooManyRequests(int retryAfterSeconds) implements Fault {}

  /** 403 "bot was blocked by the user". Nothing is done. */
  record Blocked() implements Fault {}

  /** A 5xx. Nothing is done. */
  record ServerError(int status) implements Fault {}

  /** The connection ends without an answer. Nothing is done. */
  record NoAnswer() implements Fault {}

  /** The call is carried out, and the connection ends without an answer. */
  record LostAnswer() implements Fault {}
}
