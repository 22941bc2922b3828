package io.bitten.core.market;

import java.time.Duration;

/** The length of a candle. */
public enum Timeframe {
  M1(Duration.ofMinutes(1)),
  M5(Duration.ofMinutes(5)),
  M15(Duration.ofMinutes(15)),
  H1(Duration.ofHours(1)),
  H4(Duration.ofHours(4)),
  D1(Duration.ofDays(1));

  private final Duration length;

  Timeframe(Duration length) {
    this.length = length;
  }

  public Duration length() {
    return length;
  }
}
