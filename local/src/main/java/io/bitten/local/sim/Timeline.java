package io.bitten.local.sim;

import java.time.Instant;
import java.time.InstantSource;
import java.util.PriorityQueue;

/**
 * Virtual time in milliseconds. Whatever is due runs when it is due, also while somebody waits: a
 * waiting call runs the others inside itself, so one thread plays all of them.
 */
final class Timeline implements InstantSource {
  /** A Tuesday in the New York session, far from any change of clocks. */
  static final Instant START = Instant.parse("2026-03-03T14:00:00Z");

  /** Work inside work inside work; deeper, what may wait stays until somebody has ended. */
  private static final int DEEPEST = 3;

  private static final int MOST = 200_000;

  private record Due(long at, long turn, Runnable work) implements Comparable<Due> {
    @Override
    public int compareTo(Due other) {
      return at != other.at ? Long.compare(at, other.at) : Long.compare(turn, other.turn);
    }
  }

  private final PriorityQueue<Due> moments = new PriorityQueue<>();
  private final PriorityQueue<Due> tasks = new PriorityQueue<>();
  private final Instant start;
  private long now;
  private long turns;
  private int depth;

  Timeline() {
    this(START);
  }

  Timeline(Instant start) {
    this.start = start;
  }

  long now() {
    return now;
  }

  long nanos() {
    return now * 1_000_000;
  }

  @Override
  public Instant instant() {
    return at(now);
  }

  Instant at(long ms) {
    return start.plusMillis(ms);
  }

  /** Something that happens in no time, exactly then. */
  void moment(long inMs, Runnable work) {
    moments.add(due(inMs, work));
  }

  /** Something that may wait and so takes time; begins then or, when all are busy, later. */
  void task(long inMs, Runnable work) {
    tasks.add(due(inMs, work));
  }

  private Due due(long inMs, Runnable work) {
    if (++turns > MOST) {
      throw new IllegalStateException("a story of more than " + MOST + " moments does not end");
    }
    return new Due(now + Math.max(inMs, 0), turns, work);
  }

  /** Lets time pass, and others live in it. */
  void pass(long ms) {
    long until = now + ms;
    depth++;
    try {
      while (true) {
        PriorityQueue<Due> next = next();
        Due due = next.peek();
        if (due == null || due.at() > until) {
          break;
        }
        next.remove();
        now = Math.max(now, due.at());
        due.work().run();
      }
    } finally {
      depth--;
    }
    now = Math.max(now, until);
  }

  private PriorityQueue<Due> next() {
    if (depth > DEEPEST || tasks.isEmpty()) {
      return moments;
    }
    return moments.isEmpty() || tasks.peek().at() < moments.peek().at() ? tasks : moments;
  }
}
