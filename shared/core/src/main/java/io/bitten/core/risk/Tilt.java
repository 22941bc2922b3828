package io.bitten.core.risk;

import java.time.Instant;

/**
 * Losses since two wins in a row cleared them, and the wins in a row since the last. After the
 * fourth loss new trades are locked until {@code lockedUntil}; {@link Instant#EPOCH} means not
 * locked.
 */
public record Tilt(int lossesInRow, int winsInRow, Instant lockedUntil) {
  public static Tilt calm() {
    return new Tilt(0, 0, Instant.EPOCH);
  }
}
