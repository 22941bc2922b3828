package io.bitten.functions;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * So many accepted requests of one person in any window. Counted by this instance: with n warm
 * instances a person can reach n times as many, which the stage's throttle bounds.
 */
public final class RateLimit {
  private static final int MOST_PEOPLE = 10_000;

  private final int requests;
  private final Duration window;
  private final Map<String, Deque<Instant>> people =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Deque<Instant>> eldest) {
          return size() > MOST_PEOPLE;
        }
      };

  public RateLimit(int requests, Duration window) {
    this.requests = requests;
    this.window = window;
  }

  /** Takes one request when it fits; returns the seconds to wait otherwise, 0 when taken. */
  public synchronized long take(String person, Instant now) {
    Deque<Instant> taken = people.computeIfAbsent(person, key -> new ArrayDeque<>());
    while (!taken.isEmpty() && !now.isBefore(taken.peekFirst().plus(window))) {
      taken.removeFirst();
    }
    if (taken.size() < requests) {
      taken.addLast(now);
      return 0;
    }
    return Math.max(1, Duration.between(now, taken.peekFirst().plus(window)).toSeconds());
  }
}
