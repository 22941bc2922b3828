package io.bitten.local.sim;

import io.bitten.core.Versioned;
import io.bitten.core.account.Position;
import io.bitten.core.fire.CloseDesk;
import io.bitten.core.market.Lots;
import io.bitten.core.memory.MemoryWorld;
import io.bitten.core.order.Order;
import io.bitten.core.order.OrderState;
import io.bitten.core.risk.Reservation;
import io.bitten.core.risk.RiskBook;
import java.util.Optional;

/** What is left of a position of which a part was closed by hand, as we know it. */
final class RestChecks {
  private final MemoryWorld memory;
  private final Told told;

  RestChecks(MemoryWorld memory, Told told) {
    this.memory = memory;
    this.told = told;
  }

  /** Whether an order that is open says how large its position is, to everybody who was told. */
  boolean agrees(Versioned<Order> order, Broker broker) {
    if (!(order.value().state() instanceof OrderState.Protected)) {
      return true;
    }
    Optional<Lots> left = broker.position(order.value().magic()).map(Position::lots);
    return left.isEmpty()
        || same(CloseDesk.fill(order.value()).orElseThrow().lots(), left.get())
            && (told.version(order.value().id()) != order.version()
                || reserved(order.value()).filter(lots -> same(lots, left.get())).isPresent());
  }

  private Optional<Lots> reserved(Order order) {
    RiskBook book = memory.riskBooks().find(order.user()).map(Versioned::value).orElseThrow();
    return book.reservations().stream()
        .filter(held -> held.order().equals(order.id()))
        .map(Reservation::lots)
        .findFirst();
  }

  private static boolean same(Lots one, Lots other) {
    return one.compareTo(other) == 0;
  }
}
