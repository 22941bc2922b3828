package io.bitten.local.engine;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * Rings when something was put into a queue by somebody in this JVM. A poller that asks on a ring
 * needs no long poll: ElasticMQ tries an open one again and again, without a pause, for as long as
 * a message of its FIFO queue waits behind one of its group that is being handled.
 */
public final class Doorbells {
  /**
   * How often a queue is asked whose bell does not ring: for what another process sent, and for
   * what a failed step left hidden until its time came again.
   */
  public static final Duration UNRUNG = Duration.ofSeconds(2);

  private final Map<String, Semaphore> bells = new ConcurrentHashMap<>();

  /**
   * Something may have come to a queue, or may be received by now.
   *
   * @param queue its name or its address
   */
  public void ring(String queue) {
    ring(queue, 1);
  }

  /** The same for so many messages: each is a ring of its own. */
  public void ring(String queue, int messages) {
    bell(queue).release(messages);
  }

  /** Rings when a message that was put off may be received again. */
  public void ringIn(String queue, Duration after) {
    CompletableFuture.delayedExecutor(after.toMillis(), TimeUnit.MILLISECONDS)
        .execute(() -> ring(queue));
  }

  /**
   * Waits for a ring and takes it, alone; false when none came for so long. To be called before the
   * queue is asked: what comes meanwhile rings anew.
   */
  public boolean rings(String queue, Duration most) throws InterruptedException {
    return bell(queue).tryAcquire(most.toNanos(), TimeUnit.NANOSECONDS);
  }

  /** Forgets the rings so far, before one question that answers them all. */
  public void hush(String queue) {
    bell(queue).drainPermits();
  }

  private Semaphore bell(String queue) {
    return bells.computeIfAbsent(
        queue.substring(queue.lastIndexOf('/') + 1), name -> new Semaphore(0));
  }
}
