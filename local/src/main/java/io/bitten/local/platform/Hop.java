package io.bitten.local.platform;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * One station of the walk from the market to the close.
 *
 * @param id what it is about: a signal, an order, a ticket or a message
 * @param at platform time
 * @param nanoTime real time, for the way between two hops
 */
public record Hop(String name, String id, Instant at, long nanoTime) {
  public Hop {
    at = at.truncatedTo(ChronoUnit.MILLIS);
  }
}
