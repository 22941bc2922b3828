package io.bitten.local.telegram;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;

/** One queue of updates: a failing one holds up those behind it. */
final class Lane {
  /** Between two tries, at most. */
  static final Duration MAX_WAIT = Duration.ofSeconds(60);

  private final Deque<Update> updates = new ArrayDeque<>();
  private boolean busy;
  private int failures;

  Deque<Update> updates() {
    return updates;
  }

  /** Whether its first update is under way or waits for its next try. */
  boolean busy() {
    return busy;
  }

  void busy(boolean now) {
    busy = now;
  }

  /** The first update is done with. */
  void next() {
    updates.pollFirst();
    failures = 0;
  }

  /** The first try is repeated at once, then after 2, 4, 8 … s up to {@link #MAX_WAIT}. */
  Duration failed() {
    failures++;
    if (failures == 1) {
      return Duration.ZERO;
    }
    long seconds = 1L << Math.min(failures - 1, 6);
    return seconds > MAX_WAIT.toSeconds() ? MAX_WAIT : Duration.ofSeconds(seconds);
  }
}
