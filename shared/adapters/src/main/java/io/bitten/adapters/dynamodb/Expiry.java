package io.bitten.adapters.dynamodb;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/**
 * The TTL of an item. DynamoDB compares it with the wall clock, while the platform may run in a
 * recording's time: so what is left by the platform's clock is added to the wall's. Items leave
 * late, never early; readers compare the platform's time themselves.
 *
 * @param platform the clock that decides
 * @param wall the clock DynamoDB deletes by
 */
record Expiry(InstantSource platform, InstantSource wall) {
  private static final Duration SLACK = Duration.ofDays(1);

  long secondsFor(Instant until) {
    Duration left = Duration.between(platform.instant(), until);
    Duration kept = left.isNegative() ? SLACK : left.plus(SLACK);
    return wall.instant().plus(kept).getEpochSecond();
  }
}
