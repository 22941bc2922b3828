package io.bitten.core.halt;

import java.time.Instant;

/**
 * The state of one scope. Every change raises the epoch by one; every hop refuses an order with an
 * older epoch.
 */
public sealed interface Halt {
  HaltScope scope();

  long epoch();

  /** What becomes of the positions that are open. */
  enum Positions {
    /** They stay open with their stops. */
    STAY,
    /** Each of them is closed. */
    CLOSE
  }

  /**
   * Nothing opens. Exits stay open.
   *
   * @param by the id of the person who set it, or {@code relay NAME}
   */
  record Active(
      HaltScope scope, long epoch, Positions positions, String by, String reason, Instant at)
      implements Halt {
    public Active {
      checked(epoch, reason);
    }

    /** A halt under which positions stay open. */
    public Active(HaltScope scope, long epoch, String by, String reason, Instant at) {
      this(scope, epoch, Positions.STAY, by, reason, at);
    }
  }

  /** Trading is allowed again. */
  record Lifted(HaltScope scope, long epoch, String by, String reason, Instant at) implements Halt {
    public Lifted {
      checked(epoch, reason);
    }
  }

  /** Trading is allowed; nobody ever halted it. */
  record Never(HaltScope scope) implements Halt {
    @Override
    public long epoch() {
      return 0;
    }
  }

  /** Longest reason, characters. */
  int REASON_MOST = 200;

  static Halt never(HaltScope scope) {
    return new Never(scope);
  }

  private static void checked(long epoch, String reason) {
    if (epoch < 1 || reason.isBlank() || reason.length() > REASON_MOST) {
      throw new IllegalArgumentException(
          "a halt has an epoch of 1 or more and a reason of 1..%d characters: %d, \"%s\""
              .formatted(REASON_MOST, epoch, reason));
    }
  }
}
