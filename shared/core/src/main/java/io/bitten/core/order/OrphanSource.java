package io.bitten.core.order;

import io.bitten.core.account.Magic;
import java.util.Set;

/** Where an orphan came from. */
public sealed interface OrphanSource {
  /**
   * An order of ours.
   *
   * @param number the order's number, for people
   * @param state the order's state when the position was found: ended, or holding another position
   */
  record OfOrder(OrderId order, String number, String state) implements OrphanSource {
    private static final Set<String> EXECUTED =
        Set.of(
            OrderState.label(OrderState.Filled.class),
            OrderState.label(OrderState.Unprotected.class),
            OrderState.label(OrderState.Protected.class),
            OrderState.label(OrderState.Closing.class),
            OrderState.label(OrderState.Closed.class));

    /** Whether the order has another position, or had: the broker executed it twice. */
    public boolean duplicate() {
      return EXECUTED.contains(state);
    }
  }

  /** A magic of our range that no order we can find has. */
  record OfNobody(Magic magic) implements OrphanSource {}
}
