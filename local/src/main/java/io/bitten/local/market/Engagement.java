package io.bitten.local.market;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

/**
 * A {@link Pace} that remembers who needs real time: named holds until they are released, and a
 * touch for a while after a person did something; and how far the replay may run at speed.
 */
public final class Engagement implements Pace {
  private static final long NEVER = Long.MIN_VALUE;

  private final LongSupplier nanoTime;
  private final long touchNanos;
  private final Set<String> holds = ConcurrentHashMap.newKeySet();
  private final AtomicLong touched = new AtomicLong(NEVER);
  private volatile Instant runsTo = Instant.MAX;

  /**
   * @param nanoTime a monotonic ticker of real time
   * @param touchLasts how long a person's touch counts, in real time
   */
  public Engagement(LongSupplier nanoTime, Duration touchLasts) {
    this.nanoTime = nanoTime;
    this.touchNanos = touchLasts.toNanos();
  }

  /** Real time until the same name is released; holding twice is holding once. */
  public void hold(String name) {
    holds.add(name);
  }

  public void release(String name) {
    holds.remove(name);
  }

  /** A person did something. */
  public void touch() {
    touched.set(nanoTime.getAsLong());
  }

  /** Lets the replay run at speed up to there and no further. */
  public void runTo(Instant moment) {
    runsTo = moment;
  }

  @Override
  public Instant runsTo() {
    return runsTo;
  }

  @Override
  public boolean engaged() {
    long last = touched.get();
    return !holds.isEmpty() || (last != NEVER && nanoTime.getAsLong() - last < touchNanos);
  }
}
