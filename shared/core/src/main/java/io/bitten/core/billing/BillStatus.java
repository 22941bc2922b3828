package io.bitten.core.billing;

/**
 * What Stripe says of a subscription, in the order of its life: of two that are said in the same
 * second the later one here counts.
 */
public enum BillStatus {
  /** The first payment has not gone through: nothing is given and nothing taken yet. */
  INCOMPLETE(Phase.BEFORE),
  TRIALING(Phase.RUNNING),
  ACTIVE(Phase.RUNNING),
  PAST_DUE(Phase.RUNNING),
  UNPAID(Phase.RUNNING),
  PAUSED(Phase.RUNNING),
  CANCELED(Phase.OVER),
  INCOMPLETE_EXPIRED(Phase.OVER);

  /** Nothing leads back from a phase to the one before, whatever the time it is said at. */
  enum Phase {
    BEFORE,
    RUNNING,
    OVER
  }

  private final Phase phase;

  BillStatus(Phase phase) {
    this.phase = phase;
  }

  Phase phase() {
    return phase;
  }
}
