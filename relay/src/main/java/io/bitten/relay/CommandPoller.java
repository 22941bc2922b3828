package io.bitten.relay;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * Takes the commands of one source. Every message is carried on a thread of its own, so that one
 * that waits for a broker holds up no other; no command depends on one before it. An order is
 * worked on by one thread at a time, which the relay sees to.
 */
final class CommandPoller {
  private static final Duration LONGEST_POLL = Duration.ofSeconds(20);

  /** How long it waits before it tries again what has failed. */
  static final Duration AFTER_TROUBLE = Duration.ofSeconds(1);

  /** How long a relay that stands by waits before it looks whether it has to work. */
  private static final Duration STANDBY = Duration.ofMillis(500);

  /** A message is held so long at most; shorter than the queue hides it. */
  private static final Duration HOLD = Duration.ofSeconds(50);

  /** Messages under way at once; more are left in the queue. */
  private static final int LANES = 32;

  /** A source, its door, and what it is called in the log. */
  record Queue(String name, CommandSource source, CommandDoor door) {}

  private final String name;
  private final Relay relay;
  private final RelayLog log;
  private final CommandSource source;
  private final CommandStep step;
  private final Thread.UncaughtExceptionHandler died;
  private final Semaphore lanes = new Semaphore(LANES);

  /**
   * @param died hears of an error that ended the work on a message
   */
  CommandPoller(Queue queue, Relay relay, RelayLog log, Thread.UncaughtExceptionHandler died) {
    this.name = queue.name();
    this.source = queue.source();
    this.died = died;
    this.relay = relay;
    this.log = log;
    this.step = new CommandStep(relay, queue.source(), queue.door(), log);
  }

  void run(CountDownLatch stopped) throws InterruptedException {
    while (stopped.getCount() > 0) {
      try {
        if (!relay.serves()) {
          stopped.await(STANDBY.toMillis(), TimeUnit.MILLISECONDS);
          continue;
        }
        lanes.acquire();
        lanes.release();
        List<CommandSource.Delivery> deliveries = source.receive(LONGEST_POLL);
        for (CommandSource.Delivery delivery : deliveries) {
          lanes.acquire();
          Thread.ofVirtual()
              .name(name)
              .uncaughtExceptionHandler(died)
              .start(() -> carry(delivery, stopped));
        }
      } catch (RuntimeException e) {
        if (stopped.getCount() > 0) {
          log.alarm(name + " cannot be received", e.toString());
        }
        if (stopped.await(AFTER_TROUBLE.toMillis(), TimeUnit.MILLISECONDS)) {
          return;
        }
      }
    }
  }

  /** Waits until nothing is under way, at most so long. May be asked again. */
  boolean idleWithin(Duration longest) throws InterruptedException {
    if (!lanes.tryAcquire(LANES, longest.toMillis(), TimeUnit.MILLISECONDS)) {
      return false;
    }
    lanes.release(LANES);
    return true;
  }

  /** A step that throws to the end leaves its message, which the queue brings again. */
  private void carry(CommandSource.Delivery delivery, CountDownLatch stopped) {
    try {
      step.settle(delivery, outcome(delivery, stopped));
    } catch (RuntimeException e) {
      log.alarm(name + " step failed, it comes again", e.toString());
      return;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return;
    } finally {
      lanes.release();
    }
    close(delivery);
  }

  /** What cannot be done yet is held here for a while: giving it back would count as a failure. */
  private StepOutcome outcome(CommandSource.Delivery delivery, CountDownLatch stopped)
      throws InterruptedException {
    long end = System.nanoTime() + HOLD.toNanos();
    StepOutcome outcome = outcome(delivery, end);
    while (outcome instanceof StepOutcome.Later later
        && System.nanoTime() + later.pause().toNanos() < end
        && !stopped.await(later.pause().toMillis(), TimeUnit.MILLISECONDS)) {
      outcome = outcome(delivery, end);
    }
    return outcome;
  }

  /**
   * A store that fails for a moment is no reason to leave the message hidden, with every later exit
   * of its account behind it: a step that throws may be called again.
   */
  private StepOutcome outcome(CommandSource.Delivery delivery, long end) {
    try {
      return step.outcome(delivery);
    } catch (RuntimeException e) {
      if (System.nanoTime() + AFTER_TROUBLE.toNanos() >= end) {
        throw e;
      }
      log.alarm(name + " step failed, tried again", e.toString());
      return new StepOutcome.Later(AFTER_TROUBLE, e.toString());
    }
  }

  /** At once rather than in the next round, and without a lane: the broker may take its time. */
  private void close(CommandSource.Delivery delivery) {
    try {
      step.exitOf(delivery).ifPresent(relay::close);
      relay.tell();
    } catch (RuntimeException e) {
      log.alarm(name + ": a close is tried again", e.toString());
    }
  }
}
