package io.bitten.relay;

import io.bitten.core.order.Fill;
import io.bitten.core.order.OrderState;
import java.util.Optional;

/** The position an order's state holds, if it holds one. */
final class Holding {
  private Holding() {}

  static Optional<Fill> of(OrderState state) {
    return switch (state) {
      case OrderState.Filled s -> Optional.of(s.fill());
      case OrderState.Unprotected s -> Optional.of(s.fill());
      case OrderState.Protected s -> Optional.of(s.fill());
      case OrderState.Closing s -> Optional.of(s.fill());
      case OrderState.New s -> Optional.empty();
      case OrderState.Submitting s -> Optional.empty();
      case OrderState.Unknown s -> Optional.empty();
      case OrderState.Closed s -> Optional.empty();
      case OrderState.Rejected s -> Optional.empty();
      case OrderState.Expired s -> Optional.empty();
      case OrderState.Killed s -> Optional.empty();
      case OrderState.Dead s -> Optional.empty();
    };
  }
}
