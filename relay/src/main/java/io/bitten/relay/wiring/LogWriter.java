package io.bitten.relay.wiring;

import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongFunction;
import java.util.logging.Handler;
import java.util.logging.LogRecord;

/**
 * Writes the lines for one place on a thread of its own: a disk that hangs, or a console that
 * somebody holds, keeps nobody who only says something. What it cannot take is lost, and counted.
 */
final class LogWriter {
  /** Lines that wait; beyond it they are lost. */
  private static final int MOST = 10_000;

  /** How long the end waits for what is left. */
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private static final Duration A_LINE_COMES_WITHIN = Duration.ofMillis(100);

  private final Handler handler;
  private final Runnable end;
  private final LongFunction<LogRecord> missing;
  private final BlockingQueue<LogRecord> lines = new LinkedBlockingQueue<>(MOST);
  private final AtomicLong lost = new AtomicLong();
  private final Thread thread;
  private volatile boolean closed;

  /**
   * @param end what is done when the last line is written
   * @param missing the line that says how many are lost
   */
  LogWriter(Handler handler, Runnable end, LongFunction<LogRecord> missing) {
    this.handler = handler;
    this.end = end;
    this.missing = missing;
    this.thread = Thread.ofPlatform().daemon().name("relay log").start(this::run);
  }

  /** Returns at once. */
  void write(LogRecord line) {
    if (handler.isLoggable(line) && !lines.offer(line)) {
      lost.incrementAndGet();
    }
  }

  /** Waits for what is left, for some seconds at most. */
  void close() {
    closed = true;
    try {
      thread.join(PATIENCE);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void run() {
    try {
      while (!closed || !lines.isEmpty()) {
        LogRecord next = lines.poll(A_LINE_COMES_WITHIN.toMillis(), TimeUnit.MILLISECONDS);
        if (next != null) {
          publish(next);
        }
        long gone = lost.getAndSet(0);
        if (gone > 0) {
          publish(missing.apply(gone));
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      end.run();
    }
  }

  private void publish(LogRecord line) {
    handler.publish(line);
    handler.flush();
  }
}
