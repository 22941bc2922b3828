package io.bitten.local.mt5;

/** How much a farm knows. */
public enum FarmProfile {
  /** Ignores ids, deadlines and epochs; has no history. */
  DUMB,
  /** As dumb, and closes through /execute only. */
  DUMB_WITHOUT_CLOSE,
  /** Refuses an id it knows, an order past its deadline and an older epoch; tells its history. */
  AWARE;

  boolean aware() {
    return this == AWARE;
  }

  boolean hasCloseRoute() {
    return this != DUMB_WITHOUT_CLOSE;
  }
}
