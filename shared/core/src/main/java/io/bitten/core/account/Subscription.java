package io.bitten.core.account;

import java.time.Instant;

/** A trader's right to open trades. Closing and emergency stops never depend on it. */
public sealed interface Subscription {
  /** This moment and any later one stand for none: no day is shown of what does not end. */
  Instant NO_END = Instant.parse("9000-01-01T00:00:00Z");

  /** Paid or trial, until the given moment. */
  record Active(Tier tier, Instant until) implements Subscription {
    public boolean endless() {
      return !until.isBefore(NO_END);
    }
  }

  /** A payment failed; opening is allowed until the grace ends. */
  record Grace(Tier tier, Instant until) implements Subscription {}

  /** Never taken, cancelled or run out: may view, manage and close. */
  record Ended(Tier tier) implements Subscription {}

  Tier tier();

  /** Whether new trades may be opened at this moment. */
  default boolean opensAt(Instant now) {
    return switch (this) {
      case Active active -> now.isBefore(active.until());
      case Grace grace -> now.isBefore(grace.until());
      case Ended ended -> false;
    };
  }
}
