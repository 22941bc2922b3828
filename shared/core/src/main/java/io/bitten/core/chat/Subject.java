package io.bitten.core.chat;

import io.bitten.core.halt.HaltScope;
import io.bitten.core.order.OrderId;
import io.bitten.core.signal.SignalId;

/** What a message shows, so that it can be found and edited later. */
public sealed interface Subject {
  record Nothing() implements Subject {}

  record OfSignal(SignalId signal) implements Subject {}

  record OfOrder(OrderId order) implements Subject {}

  /** One change of a halt: set, set to close, or lifted. */
  record OfHalt(HaltScope scope, long epoch) implements Subject {}
}
