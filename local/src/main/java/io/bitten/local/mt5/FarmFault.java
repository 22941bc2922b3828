package io.bitten.local.mt5;

import java.time.Duration;

/** What goes wrong with the next call of a route; each is used once, in order. */
public sealed interface FarmFault {

  /** The connection breaks before anything was done. */
  record DropRequest() implements FarmFault {}

  /** Everything is done and the connection breaks before the answer. */
  record DropReply() implements FarmFault {}

  /** The connection breaks, and what was asked is done only at {@link Farm#releaseLate()}. */
  record EffectAfterReply() implements FarmFault {}

  /** A 500, and nothing was done. */
  record ServerError() implements FarmFault {}

  /** A 500, and everything was done. */
  record ServerErrorAfterEffect() implements FarmFault {}

  /** The farm's own words for a terminal that did not answer, and nothing was done. */
  record RouteTimeout() implements FarmFault {}

  /** The answer takes so much longer, in real time. */
  record Delay(Duration duration) implements FarmFault {}
}
