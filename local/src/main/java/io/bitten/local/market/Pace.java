package io.bitten.local.market;

import java.time.Instant;

/**
 * How fast a replay may run. Asked often and from many threads, so it must be quick, and it must
 * not read the clock it paces.
 */
@FunctionalInterface
public interface Pace {
  /**
   * Whether somebody or something needs real time just now: a live signal, an order in flight, a
   * person at the chat.
   */
  boolean engaged();

  /** How far the replay runs faster than real time: not past work that has to be done first. */
  default Instant runsTo() {
    return Instant.MAX;
  }
}
