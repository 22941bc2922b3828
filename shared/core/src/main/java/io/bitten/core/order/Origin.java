package io.bitten.core.order;

import io.bitten.core.signal.SignalId;

/** Where an order came from. */
public sealed interface Origin {
  record OfSignal(SignalId signal) implements Origin {}

  /** Typed in by the trader in the HUD, without a signal. */
  record OfTrader() implements Origin {}
}
