package io.bitten.relay.journal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * A disk that is waited for so long and no longer. One that hangs is one that fails: whoever writes
 * gets an error and goes on, also when the write never ends. What is overdue may still be done.
 */
public final class PatientDisk implements JournalDisk {
  /** A write that takes longer is overdue. */
  public static final Duration LONGEST = Duration.ofSeconds(5);

  private final JournalDisk disk;
  private final Duration longest;
  private final ExecutorService writer =
      Executors.newSingleThreadExecutor(
          Thread.ofPlatform().daemon().name("relay journal").factory());

  /**
   * @param longest for how long one write is waited for
   */
  public PatientDisk(JournalDisk disk, Duration longest) {
    this.disk = disk;
    this.longest = longest;
  }

  private interface Work {
    void run() throws IOException;
  }

  private interface Question {
    boolean answer() throws IOException;
  }

  @Override
  public byte[] read() throws IOException {
    return disk.read();
  }

  @Override
  public void append(ByteBuffer bytes) throws IOException {
    within(() -> disk.append(bytes));
  }

  @Override
  public void force() throws IOException {
    within(disk::force);
  }

  /** Both at once: every change of threads is a wait of its own before an order leaves. */
  @Override
  public void appendForced(ByteBuffer bytes) throws IOException {
    within(() -> disk.appendForced(bytes));
  }

  @Override
  public void truncate(long size) throws IOException {
    within(() -> disk.truncate(size));
  }

  @Override
  public boolean replace(ByteBuffer all) throws IOException {
    return answered(() -> disk.replace(all));
  }

  @Override
  public void close() throws IOException {
    try {
      within(disk::close);
    } finally {
      writer.shutdown();
    }
  }

  private void within(Work work) throws IOException {
    answered(
        () -> {
          work.run();
          return true;
        });
  }

  private boolean answered(Question question) throws IOException {
    Future<Boolean> done = writer.submit(question::answer);
    boolean interrupted = false;
    long end = System.nanoTime() + longest.toNanos();
    try {
      while (true) {
        try {
          return done.get(end - System.nanoTime(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
          // Half a record would break the journal for good: the little that is left is waited for.
          interrupted = true;
        }
      }
    } catch (TimeoutException e) {
      throw new IOException("the disk did not answer for " + longest.toMillis() + " ms", e);
    } catch (ExecutionException e) {
      throw new IOException(e.getCause().getMessage(), e.getCause());
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
