package io.bitten.core.news;

/** How much a news event is expected to move its currency. */
public enum Impact {
  LOW,
  MEDIUM,
  HIGH,
  HOLIDAY
}
