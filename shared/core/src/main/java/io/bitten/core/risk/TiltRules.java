package io.bitten.core.risk;

import io.bitten.core.order.Exit;
import java.time.Instant;

/**
 * Three losses warn, a fourth locks new trades for an hour; two wins in a row clear it, one alone
 * does not.
 */
final class TiltRules {
  private TiltRules() {}

  static Tilt after(Tilt tilt, Exit.Booked exit, RiskLimits limits) {
    int sign = exit.net().amount().signum();
    if (sign == 0) {
      return tilt;
    }
    if (sign < 0) {
      int losses = tilt.lossesInRow() + 1;
      Instant until =
          losses >= limits.tiltLockAt()
              ? later(tilt.lockedUntil(), exit.at().plus(limits.tiltLock()))
              : tilt.lockedUntil();
      return new Tilt(losses, 0, until);
    }
    int wins = tilt.winsInRow() + 1;
    return wins >= limits.tiltClearWins()
        ? Tilt.calm()
        : new Tilt(tilt.lossesInRow(), wins, tilt.lockedUntil());
  }

  /** A loss of before may be told after a later one, and shortens no lock. */
  private static Instant later(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }
}
