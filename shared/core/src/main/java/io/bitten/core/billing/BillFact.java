package io.bitten.core.billing;

import io.bitten.core.account.Tier;
import io.bitten.core.account.UserId;
import java.time.Instant;

/** One thing that an event says of a bill. */
public sealed interface BillFact {
  BillId bill();

  Stamp said();

  /** Whose it is. */
  record Holds(BillId bill, UserId user, Stamp said) implements BillFact {}

  /**
   * How the subscription stands.
   *
   * @param periodEnd when the period ends that is paid for, or tried
   */
  record Stands(BillId bill, BillStatus status, Tier tier, Instant periodEnd, Stamp said)
      implements BillFact {}

  /** An invoice of it was paid. */
  record Paid(BillId bill, Stamp said) implements BillFact {}

  /** A payment of an invoice of it failed. */
  record Failed(BillId bill, Stamp said) implements BillFact {}
}
