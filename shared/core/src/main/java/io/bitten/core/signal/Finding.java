package io.bitten.core.signal;

/** What scoring one candle gave: a signal to be, or a reason for silence. */
public sealed interface Finding {

  record Scored(Draft draft) implements Finding {}

  record Silent(Silence reason) implements Finding {}
}
