package io.bitten.relay;

import io.bitten.core.account.AccountId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * A running relay: the only place with loops and waiting. Entries, exits, each account's watch and
 * the relay's own housekeeping run on threads of their own, so that none waits for another.
 */
public final class RelayApp implements AutoCloseable {
  private static final Duration WATCH_EVERY = Duration.ofSeconds(1);
  private static final Duration BEAT_EVERY = Duration.ofSeconds(5);
  private static final Duration AFTER_FAILURE = Duration.ofSeconds(1);
  private static final Duration MOST_STOPPING = Duration.ofSeconds(10);
  private static final int EXIT_POLLERS = 2;

  private final Relay relay;
  private final RelayLog log;
  private final CountDownLatch stopping = new CountDownLatch(1);
  private final List<Thread> threads = new ArrayList<>();

  private RelayApp(Relay relay, RelayLog log) {
    this.relay = relay;
    this.log = log;
  }

  /**
   * Recovers what the process before left open, then takes work.
   *
   * @throws RuntimeException when the journal or the cloud does not answer; nothing was taken then
   */
  public static RelayApp start(Relay relay, RelayCloud cloud, RelayLog log) {
    relay.recover();
    relay.refreshHalts();
    RelayApp app = new RelayApp(relay, log);
    for (AccountId account : relay.accounts()) {
      app.every("watch " + account, WATCH_EVERY, () -> app.watch(account));
    }
    app.every("halts", WATCH_EVERY, relay::refreshHalts);
    app.every("tell", WATCH_EVERY, relay::tell);
    app.every("beat", BEAT_EVERY, relay::beat);
    CommandPoller exits = new CommandPoller(cloud, relay, cloud.queues().exits(), log);
    for (int i = 0; i < EXIT_POLLERS; i++) {
      app.every("exits " + i, Duration.ZERO, exits::poll);
    }
    CommandPoller entries = new CommandPoller(cloud, relay, cloud.queues().orders(), log);
    for (int i = 0; i < cloud.queues().entryPollers(); i++) {
      app.every("entries " + i, Duration.ZERO, entries::poll);
    }
    app.threads.forEach(Thread::start);
    return app;
  }

  private void watch(AccountId account) {
    relay.look(account);
    relay.tend(account);
    relay.resolve(account);
    relay.tell();
  }

  /** The step again and again; a broken world is said and tried again, the step is repeatable. */
  private void every(String name, Duration pause, Runnable step) {
    threads.add(
        Thread.ofVirtual()
            .name("relay " + name)
            .unstarted(
                () -> {
                  while (!stopped(Duration.ZERO)) {
                    Duration rest = pause;
                    try {
                      step.run();
                    } catch (RuntimeException broken) {
                      if (!stopped(Duration.ZERO)) {
                        log.alarm(name, broken.toString());
                      }
                      rest = AFTER_FAILURE;
                    }
                    stopped(rest);
                  }
                }));
  }

  private boolean stopped(Duration wait) {
    try {
      return stopping.await(wait.toNanos(), TimeUnit.NANOSECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return true;
    }
  }

  /** Takes no more work and lets each step in hand finish, for ten seconds at most. */
  @Override
  public void close() {
    stopping.countDown();
    long end = System.nanoTime() + MOST_STOPPING.toNanos();
    for (Thread thread : threads) {
      try {
        thread.join(Duration.ofNanos(Math.max(1, end - System.nanoTime())));
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
