package io.bitten.adapters.farm;

/** What came of one HTTP exchange. */
sealed interface FarmReply {
  record Got(int status, byte[] body) implements FarmReply {}

  /** No connection was made, so no byte of the request has left. */
  record NotSent(String why) implements FarmReply {}

  /** Anything else: the request may have arrived. */
  record Lost(String why) implements FarmReply {}

  /** Whether the farm says that it does not know what was called. */
  default boolean unknownPath() {
    return this instanceof Got got && (got.status() == 404 || got.status() == 405);
  }
}
