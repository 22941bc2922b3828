package io.bitten.local.engine;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Has SQLite begin its write-ahead log anew, now and then. DynamoDB Local commits while one of its
 * questions is still open, and SQLite's own checkpoint gives up on that (SQLite,
 * sqlite3_wal_checkpoint_v2, SQLITE_LOCKED): the log would grow by gigabytes a day.
 */
final class TableLog implements AutoCloseable {
  private static final Duration EVERY = Duration.ofSeconds(30);
  private static final String CHECKPOINT = "io.bitten.local.engines.dynamodb.Checkpoint";

  private final Mirror engine;
  private final Object requests;
  private final CountDownLatch closed = new CountDownLatch(1);
  private final Thread thread;

  /**
   * @param requests what hands the engine's requests to its databases
   */
  TableLog(Mirror engine, Object requests) {
    this.engine = engine;
    this.requests = requests;
    this.thread = Thread.ofPlatform().daemon().name("table-log").start(this::keepShort);
  }

  private void keepShort() {
    try {
      while (!closed.await(EVERY.toMillis(), TimeUnit.MILLISECONDS)) {
        shorten();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Takes over what the logs have, on the databases' own threads, and waits for that. */
  void shorten() {
    for (Object database : ((Map<?, ?>) Mirror.field(requests, "dbRequestHandlers")).values()) {
      Object queue = Mirror.field(Mirror.field(database, "dbAccess"), "queue");
      Object checkpoint = engine.create(CHECKPOINT);
      Mirror.call(queue, "execute", checkpoint);
      Mirror.call(checkpoint, "complete");
    }
  }

  /** Before the engine is stopped: a job that nobody takes would be waited for without an end. */
  @Override
  public void close() {
    closed.countDown();
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
