package io.bitten.local.mt5;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** When the last calls of /execute arrived, so that a benchmark can tell how long the way was. */
public final class Arrivals {
  /** The most that are kept; older ones are forgotten. */
  public static final int MAX = 20_000;

  private final Deque<Arrival> last = new ArrayDeque<>();

  /**
   * One call of /execute that could be read.
   *
   * @param nanoTime {@link System#nanoTime()} at the first byte's handling
   */
  public record Arrival(long nanoTime, long magic, String comment) {}

  synchronized void add(Arrival arrival) {
    if (last.size() >= MAX) {
      last.removeFirst();
    }
    last.addLast(arrival);
  }

  /** Oldest first. */
  public synchronized List<Arrival> all() {
    return List.copyOf(last);
  }
}
