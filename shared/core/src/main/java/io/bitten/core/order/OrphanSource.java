package io.bitten.core.order;

import io.bitten.core.account.Magic;

/** Where an orphan came from. */
public sealed interface OrphanSource {
  /**
   * An order of ours.
   *
   * @param number the order's number, for people
   * @param state the order's state when the position was found: ended, or holding another position
   */
  record OfOrder(OrderId order, String number, String state) implements OrphanSource {}

  /** A magic of our range that no order we can find has. */
  record OfNobody(Magic magic) implements OrphanSource {}
}
