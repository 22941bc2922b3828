package io.bitten.local.market;

import java.time.Instant;

/** Both sides in points at one moment; the bid is never above the ask. */
public record Tick(Instant time, long bid, long ask) {
  public Tick {
    if (ask < bid) {
      throw new IllegalArgumentException("ask %d is below bid %d at %s".formatted(ask, bid, time));
    }
  }
}
