package io.bitten.core.billing;

import io.bitten.core.account.Tier;
import java.time.Instant;

/** How a subscription stands. */
public sealed interface Standing {
  /** No event has said it yet. */
  record Unseen() implements Standing {}

  /**
   * What counts of all that was said.
   *
   * @param until the end of the period, and of the time in which the next may be heard of
   */
  record Seen(BillStatus status, Tier tier, Instant until, Stamp said) implements Standing {}
}
