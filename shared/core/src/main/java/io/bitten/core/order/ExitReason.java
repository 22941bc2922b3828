package io.bitten.core.order;

/** Why a position ended. */
public enum ExitReason {
  STOP_LOSS,
  TAKE_PROFIT,
  TRADER,
  PANIC,
  STOP_OUT,
  OUTSIDE
}
