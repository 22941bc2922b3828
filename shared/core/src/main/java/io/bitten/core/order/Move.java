package io.bitten.core.order;

/** What a fact does to an order. */
public sealed interface Move {

  /** The order goes to this state, to be stored under the version it was read at. */
  record To(OrderState next) implements Move {}

  /**
   * The fact does not apply; the order stays as it is.
   *
   * @param state the order's state
   * @param why what would have to hold
   */
  record Illegal(String state, String fact, String why) implements Move {}
}
