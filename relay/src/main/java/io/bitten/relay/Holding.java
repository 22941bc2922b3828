package io.bitten.relay;

import io.bitten.core.account.Ticket;
import io.bitten.core.order.Fill;
import io.bitten.core.order.Order;
import io.bitten.core.order.OrderState;
import java.util.List;
import java.util.Optional;

/** The position an order's state holds, if it holds one. */
final class Holding {
  private Holding() {}

  /** Another of the account's open orders that holds this position: it is nobody else's. */
  static Optional<Order> other(Order order, Ticket ticket, List<Order> open) {
    return open.stream()
        .filter(one -> !one.id().equals(order.id()))
        .filter(one -> of(one.state()).map(Fill::ticket).equals(Optional.of(ticket)))
        .findFirst();
  }

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
