package io.bitten.core.fire;

import io.bitten.core.order.Order;
import io.bitten.core.risk.Refusal;

/** What the fire desk did with a request. */
public sealed interface Fired {
  record Placed(Order order) implements Fired {}

  /** The trader is told. */
  record Refused(Refusal refusal) implements Fired {}

  /** The request names no offer of this person; nobody is told anything about it. */
  record Ignored(Refusal refusal) implements Fired {}
}
