package io.bitten.core.relay;

import java.time.Instant;

/**
 * Which relay of a group may send entries. Every change of the holder has a higher epoch, and the
 * last hop refuses what an older epoch sends.
 *
 * @param group the relays that serve the same accounts
 * @param holder the relay's name
 * @param bootId the process of it
 * @param until for people to read; who takes over waits by a clock of its own that only grows
 */
public record Lease(String group, String holder, String bootId, long epoch, Instant until) {
  public Lease {
    if (!group.matches("[A-Za-z0-9_-]{1,40}")) {
      throw new IllegalArgumentException(
          "lease group must be 1..40 letters, digits, _ or -: " + group);
    }
    if (epoch < 1) {
      throw new IllegalArgumentException("lease epoch must be 1 or more: " + epoch);
    }
  }
}
