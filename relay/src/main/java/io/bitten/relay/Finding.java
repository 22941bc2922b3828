package io.bitten.relay;

import io.bitten.core.account.Position;
import io.bitten.core.account.Ticket;
import io.bitten.core.order.Order;
import io.bitten.core.order.OrderState;
import io.bitten.core.relay.Deal;

/** One thing that a comparison of the broker's positions with our orders found. */
public sealed interface Finding {
  /** Our order and its position agree. */
  record Matched(Order order, Position position) implements Finding {}

  /** An order that was in doubt has a position: it is taken as its fill. */
  record Adopted(Order order, Position position) implements Finding {}

  /** The broker put an order's entry into the position that another order holds: it nets. */
  record Shared(Order order, Order holder, Ticket ticket) implements Finding {}

  /** An order that had ended without one has a position: it was executed late. */
  record Late(Order order, Position position) implements Finding {
    /** Whether it is the position that the order had, and saw closed. */
    boolean had() {
      return order.state() instanceof OrderState.Closed closed
          && closed.fill().ticket().equals(position.ticket());
    }
  }

  /** A position with a magic of our range, and no order that stands for it. */
  record Stranger(Position position) implements Finding {}

  /** A position that is not ours. It is never touched. */
  record Foreign(Position position) implements Finding {}

  /** Our order holds a position that the broker does not show, and no deal says how it ended. */
  record Ghost(Order order) implements Finding {}

  /** The position has other lots than the order. */
  record LotsDiffer(Order order, Position position) implements Finding {}

  /** The position has more lots than were approved. */
  record TooLarge(Order order, Position position) implements Finding {}

  /** The stop was taken away or moved farther off. */
  record StopLost(Order order, Position position) implements Finding {}

  /** The stop was moved nearer, which is kept. */
  record StopNearer(Order order, Position position) implements Finding {}

  /** The broker took a deal back. */
  record Annulled(Deal deal) implements Finding {}
}
