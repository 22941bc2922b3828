package io.bitten.core.memory;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** A clock that stands still until it is moved; it never goes back. */
public final class ManualTime implements InstantSource {
  private Instant now;

  public ManualTime(Instant start) {
    this.now = start;
  }

  /** A clock that shows the given ISO-8601 moment. */
  public static ManualTime at(String instant) {
    return new ManualTime(Instant.parse(instant));
  }

  @Override
  public synchronized Instant instant() {
    return now;
  }

  public synchronized void advance(Duration step) {
    set(now.plus(step));
  }

  public synchronized void set(Instant next) {
    if (next.isBefore(now)) {
      throw new IllegalArgumentException("time does not go back from " + now + " to " + next);
    }
    now = next;
  }
}
