package io.bitten.core.billing;

import java.time.Duration;

/**
 * The times of what is billed.
 *
 * @param pressPass how long the Press Pass runs
 * @param grace how long after a failed payment trades may be opened
 */
public record BillingTerms(Duration pressPass, Duration grace) {
  public BillingTerms {
    if (!pressPass.isPositive() || !grace.isPositive()) {
      throw new IllegalArgumentException(
          "pressPass and grace must be positive: " + pressPass + ", " + grace);
    }
  }
}
