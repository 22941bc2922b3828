package io.bitten.core.signal;

import io.bitten.core.market.Symbol;

/** What one step of scoring did about a pair or a signal. */
public sealed interface Scoring {

  /** The signal was handed to the bus now. */
  record Announced(Signal signal) implements Scoring {}

  /** The newest candle's signal stands in the ledger and was announced before. */
  record Known(Signal signal) implements Scoring {}

  /** The signal stands in the ledger, and expired before it could be announced. */
  record TooLate(Signal signal) implements Scoring {}

  /** No signal, and why. */
  record Quiet(Symbol symbol, Silence reason) implements Scoring {}
}
