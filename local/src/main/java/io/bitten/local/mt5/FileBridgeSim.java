package io.bitten.local.mt5;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Runs a {@link ClassicEa} on a thread, at the poll interval of a terminal's timer. */
public final class FileBridgeSim implements AutoCloseable {
  /** How often deployed EAs look for an instruction. */
  public static final Duration USUAL_POLL = Duration.ofMillis(100);

  private final CountDownLatch stopped = new CountDownLatch(1);
  private final Thread thread;

  private FileBridgeSim(ClassicEa ea, Duration poll) {
    this.thread =
        Thread.ofVirtual().name("classic-ea").start(() -> pollUntilStopped(ea, poll.toNanos()));
  }

  /** Makes the folder when it is missing and begins to look for instructions. */
  public static FileBridgeSim start(Terminal terminal, ClassicEa.Settings settings, Duration poll) {
    try {
      Files.createDirectories(settings.folder());
    } catch (IOException e) {
      throw new UncheckedIOException("cannot make " + settings.folder(), e);
    }
    return new FileBridgeSim(new ClassicEa(terminal, settings, System::nanoTime), poll);
  }

  @Override
  public void close() {
    stopped.countDown();
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void pollUntilStopped(ClassicEa ea, long nanos) {
    try {
      while (!stopped.await(nanos, TimeUnit.NANOSECONDS)) {
        ea.step();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
