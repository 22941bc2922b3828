package io.bitten.core.order;

/** Why a position ended. */
public enum ExitReason {
  STOP_LOSS,
  TAKE_PROFIT,
  TRADER,
  PANIC,
  STOP_OUT,
  /** The relay closed it because its stop could not be put back. */
  NO_STOP,
  /** The relay closed it because its order had ended before it was executed. */
  LATE,
  /** The broker took the deals back. */
  ANNULLED,
  OUTSIDE
}
