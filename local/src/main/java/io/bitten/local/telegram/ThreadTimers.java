package io.bitten.local.telegram;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Timers in real time, on one thread. After {@link #close} nothing runs any more. */
public final class ThreadTimers implements Timers, AutoCloseable {
  private final ScheduledExecutorService thread =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().name("sim-telegram-timers").daemon().factory());

  @Override
  public void after(Duration delay, Runnable task) {
    if (thread.isShutdown()) {
      return;
    }
    try {
      var unused = thread.schedule(task, delay.toNanos(), TimeUnit.NANOSECONDS);
    } catch (RejectedExecutionException closedMeanwhile) {
      assert thread.isShutdown() : closedMeanwhile;
    }
  }

  @Override
  public void close() {
    thread.shutdownNow();
  }
}
