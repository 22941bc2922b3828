package io.bitten.core.risk;

import io.bitten.core.signal.SignalClass;
import io.bitten.core.signal.Tcs;
import java.time.Instant;

/** What stands behind a trade idea. */
public sealed interface Grade {
  /** A signal of the ledger. */
  record Scored(Tcs tcs, SignalClass signalClass, Instant expiresAt) implements Grade {}

  /** The trader's own idea. */
  record Unscored() implements Grade {}
}
