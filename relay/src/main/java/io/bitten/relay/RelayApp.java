package io.bitten.relay;

import io.bitten.core.account.AccountId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A running relay: the loops around {@link Relay}'s steps, each on a thread of its own, so that
 * entries, exits, looks and reports never wait for one another.
 */
public final class RelayApp implements AutoCloseable {
  private static final Duration SECOND = Duration.ofSeconds(1);
  private static final Duration HALTS_EVERY = Duration.ofSeconds(2);
  private static final Duration GATES_EVERY = Duration.ofMillis(500);

  /** Looks of accounts that are looked at about the same moment go together. */
  private static final Duration LOOKS_EVERY = Duration.ofMillis(250);

  private static final Duration BEAT_EVERY = Duration.ofSeconds(5);

  /** How long a stopping relay waits for what is under way. */
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private static final Duration RECONCILE_EVERY = Duration.ofSeconds(10);

  /** How a relay came to its end. */
  public enum Ended {
    /** Somebody closed it. */
    STOPPED,
    /** A part of it died, and it does not go on with the rest. */
    BROKEN
  }

  private final RelayLog log;
  private final DiffLog differences;
  private final Relay relay;
  private final CountDownLatch stopped = new CountDownLatch(1);
  private volatile Ended ended = Ended.STOPPED;
  private final List<Thread> threads = new ArrayList<>();
  private final List<CommandPoller> pollers;

  private RelayApp(Relay relay, RelayCloud cloud, RelayLog log) {
    this.relay = relay;
    this.log = log;
    this.differences = new DiffLog(log);
    this.pollers =
        Stream.of(
                new CommandPoller.Queue("orders", cloud.orders(), cloud.door()),
                new CommandPoller.Queue("exits", cloud.exits(), cloud.door()))
            .map(queue -> new CommandPoller(queue, relay, log, this::died))
            .toList();
  }

  private interface Loop {
    void run() throws InterruptedException;
  }

  /**
   * Takes over what the process before left, then begins to work.
   *
   * @throws RuntimeException when the cloud does not answer; nothing was taken then
   */
  public static RelayApp start(Relay relay, RelayCloud cloud, RelayLog log) {
    relay.recover();
    RelayApp app = new RelayApp(relay, cloud, log);
    app.begin();
    return app;
  }

  /** Stops taking work and waits for what is under way, for some seconds at most. */
  @Override
  public void close() {
    stopped.countDown();
    threads.forEach(Thread::interrupt);
    try {
      for (CommandPoller poller : pollers) {
        if (!poller.idleWithin(PATIENCE)) {
          log.alarm("stopping", "a command is still under way");
        }
      }
      for (Thread thread : threads) {
        thread.join(PATIENCE);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Blocks until the relay was closed, or a part of it has died; then it has to be closed. */
  public Ended await() throws InterruptedException {
    stopped.await();
    return ended;
  }

  /**
   * What ends a thread is no trouble of the world, which its loop takes up again, but an error of
   * the process itself. The lease would be renewed by a relay that does not do all of its work: so
   * it ends, and whoever starts it anew finds everything stored.
   */
  private void died(Thread thread, Throwable error) {
    ended = Ended.BROKEN;
    try {
      log.alarm(thread.getName() + " died, the relay ends", error.toString());
    } finally {
      stopped.countDown();
    }
  }

  private void begin() {
    every("lease", Tenure.RENEW_EVERY, relay::renewLease);
    every("halts", HALTS_EVERY, relay::refreshHalts);
    every("beat", BEAT_EVERY, relay::beat);
    every("tell", SECOND, relay::tell);
    every("looks", LOOKS_EVERY, relay::tellLooks);
    for (AccountId account : relay.accounts()) {
      every("look " + account, SECOND, () -> relay.look(account));
      every(
          "reconcile " + account,
          RECONCILE_EVERY,
          () -> differences.say(account, relay.reconcile(account)));
      every("gate " + account, GATES_EVERY, () -> relay.guard(account));
      every("watch " + account, SECOND, () -> relay.watch(account));
      every("close " + account, SECOND, () -> relay.close(account));
      every("resolve " + account, SECOND, () -> relay.resolve(account));
    }
    for (CommandPoller poller : pollers) {
      thread("commands", () -> poller.run(stopped));
    }
  }

  /** Runs a step again and again; one that throws is told of and tried again the next time. */
  private void every(String name, Duration period, Runnable step) {
    thread(
        name,
        () -> {
          while (stopped.getCount() > 0) {
            long start = System.nanoTime();
            try {
              step.run();
            } catch (RuntimeException e) {
              // A step that is broken off because the relay stops is no trouble.
              if (stopped.getCount() > 0) {
                log.alarm(name + " failed, tried again", e.toString());
              }
            }
            long rest = period.toNanos() - (System.nanoTime() - start);
            stopped.await(Math.max(rest, TimeUnit.MILLISECONDS.toNanos(50)), TimeUnit.NANOSECONDS);
          }
        });
  }

  private void thread(String name, Loop loop) {
    threads.add(
        Thread.ofPlatform()
            .daemon()
            .name("relay " + name)
            .uncaughtExceptionHandler(this::died)
            .start(
                () -> {
                  try {
                    loop.run();
                  } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                  }
                }));
  }
}
