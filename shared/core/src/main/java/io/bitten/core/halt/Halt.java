package io.bitten.core.halt;

import java.time.Instant;

/**
 * The state of one scope. Every change raises the epoch by one; every hop refuses an order with an
 * older epoch.
 */
public sealed interface Halt {
  HaltScope scope();

  long epoch();

  /** Nothing opens. Exits stay open. */
  record Active(HaltScope scope, long epoch, String by, String reason, Instant at)
      implements Halt {}

  /** Trading is allowed; epoch 0 was never halted. */
  record Clear(HaltScope scope, long epoch) implements Halt {}

  static Halt never(HaltScope scope) {
    return new Clear(scope, 0);
  }
}
