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

  /** Stable, for logs and counts. */
  default String code() {
    return switch (this) {
      case Announced(Signal signal) -> "announced";
      case Known(Signal signal) -> "known";
      case TooLate(Signal signal) -> "too_late";
      case Quiet(Symbol symbol, Silence reason) -> reason.code();
    };
  }

  /** For whoever reads the log. */
  default String sentence() {
    return switch (this) {
      case Announced(Signal signal) -> named(signal) + " was announced.";
      case Known(Signal signal) -> named(signal) + " was announced before.";
      case TooLate(Signal signal) -> named(signal) + " expired unannounced.";
      case Quiet(Symbol symbol, Silence reason) -> symbol + ": " + reason.sentence();
    };
  }

  private static String named(Signal signal) {
    return "%s %s %s %s TCS %s"
        .formatted(
            signal.id(), signal.symbol(), signal.direction(), signal.signalClass(), signal.tcs());
  }
}
