package io.bitten.core.order;

import io.bitten.core.market.Direction;
import io.bitten.core.market.Symbol;

/** Something that was learned about an orphan. {@link OrphanRules} says what it changes. */
public sealed interface OrphanFact {

  /** The broker shows it, or shows it changed. */
  record Found(OrphanSource source, Symbol symbol, Direction direction, Fill fill)
      implements OrphanFact {}

  /** Somebody asked to close it. */
  record CloseAsked(ExitReason reason) implements OrphanFact {}

  /** The broker does not show it any more. */
  record Gone(Exit exit) implements OrphanFact {}

  /** An order that could not be found before holds it. */
  record Claimed(OrderId order) implements OrphanFact {}
}
