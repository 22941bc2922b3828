package io.bitten.local.runtime;

import com.fasterxml.jackson.databind.JsonNode;
import io.bitten.local.engine.Doorbells;
import io.bitten.local.engine.SqsWire;
import io.bitten.local.template.Trigger.FromQueue;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * Feeds one function from one queue. While fewer than the most allowed batches are being handled
 * the queue is asked whenever its bell rings, so a message waits for nothing but the wire.
 */
final class QueuePoller {
  private static final int DEFAULT_CONCURRENCY = 8;
  private static final int MOST_CONCURRENCY = 16;

  private static final Duration AFTER_A_FAILURE = Duration.ofMillis(200);

  private final FunctionPool pool;
  private final FromQueue trigger;
  private final Duration stepsBack;
  private final SqsWire sqs;
  private final ErrorLines errors;
  private final int concurrency;
  private final Semaphore free;
  private final Thread loop;
  private volatile boolean open = true;

  /** Messages may be there without a ring: from before a restart, or from another process. */
  private boolean behind = true;

  /** One of a function's queues, and for how long it lets others go first. */
  record Asked(FromQueue trigger, Duration stepsBack) {}

  QueuePoller(FunctionPool pool, Asked asked, SqsWire sqs, ErrorLines errors) {
    this.pool = pool;
    this.trigger = asked.trigger();
    this.stepsBack = asked.stepsBack();
    this.sqs = sqs;
    this.errors = errors;
    int wanted = trigger.maxConcurrency() == 0 ? DEFAULT_CONCURRENCY : trigger.maxConcurrency();
    this.concurrency = Math.min(wanted, MOST_CONCURRENCY);
    this.free = new Semaphore(concurrency);
    this.loop = Thread.ofVirtual().name("poll " + trigger.queue()).unstarted(this::poll);
  }

  void start() {
    loop.start();
  }

  private void poll() {
    while (open) {
      try {
        free.acquire();
        step();
      } catch (InterruptedException e) {
        return;
      }
    }
  }

  /** Receives once and hands a batch on; the permit goes with the batch or comes back. */
  private void step() throws InterruptedException {
    List<JsonNode> batch = List.of();
    boolean rung = sqs.bells().rings(trigger.queue(), Doorbells.UNRUNG);
    if (rung) {
      LockSupport.parkNanos(stepsBack.toNanos());
    }
    try {
      batch = receive(rung);
    } catch (IOException e) {
      errors.print(where(), "", e);
      LockSupport.parkNanos(AFTER_A_FAILURE.toNanos());
    }
    if (batch.isEmpty()) {
      free.release();
      return;
    }
    List<JsonNode> received = batch;
    Thread.ofVirtual().name("batch of " + trigger.queue()).start(() -> handle(received));
  }

  /** Asks once, and rings for itself where there may be messages that nobody rang for. */
  private List<JsonNode> receive(boolean rung) throws IOException {
    String queue = trigger.queue();
    boolean several = trigger.batchSize() > 1;
    if (several) {
      sqs.bells().hush(queue);
    }
    List<JsonNode> batch = sqs.receive(queue, trigger.batchSize(), 0);
    behind = batch.size() >= trigger.batchSize() && (behind || several || !rung);
    if (behind) {
      sqs.bells().ring(queue);
    }
    return batch;
  }

  private void handle(List<JsonNode> batch) {
    try {
      Outcome outcome = pool.invoke(QueueEvent.of(trigger.queue(), batch));
      BatchAnswer.Verdict verdict = BatchAnswer.read(batch, outcome, trigger.failures());
      if (!verdict.complaint().isEmpty()) {
        errors.print(where(), "", verdict.complaint());
      }
      if (!verdict.done().isEmpty()) {
        sqs.delete(
            trigger.queue(),
            verdict.done().stream().map(it -> it.path("ReceiptHandle").asText()).toList());
      }
    } catch (IOException e) {
      errors.print(where(), "", e);
    } catch (InterruptedException e) {
      errors.print(where(), "", "stopped while a batch was handled; it will be received again");
    } finally {
      free.release();
    }
  }

  private String where() {
    return pool.function().id() + " <- " + trigger.queue();
  }

  /** Stops receiving at once; {@link #drained} waits for the end. */
  void stop() {
    open = false;
  }

  /** Waits until every batch in hand is finished; false where that took too long. */
  boolean drained(Duration most) throws InterruptedException {
    return loop.join(most) && free.tryAcquire(concurrency, most.toNanos(), TimeUnit.NANOSECONDS);
  }
}
