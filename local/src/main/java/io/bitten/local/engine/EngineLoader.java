package io.bitten.local.engine;

import java.io.IOException;
import java.net.URLClassLoader;
import java.time.Duration;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.locks.LockSupport;

/**
 * The class loader of one running engine, and of the next of its kind when that one has stopped: to
 * load and compile an engine's classes takes seconds.
 *
 * @param fresh nothing has been loaded by it yet
 */
record EngineLoader(EngineJars jars, URLClassLoader classes, boolean fresh) {
  private static final Duration MOST_WAIT = Duration.ofSeconds(20);
  private static final Duration LOOK = Duration.ofMillis(5);
  private static final Map<EngineJars, Deque<EngineLoader>> RESTING = new ConcurrentHashMap<>();

  /** One that no engine runs in. */
  static EngineLoader of(EngineJars jars) {
    EngineLoader rested = resting(jars).poll();
    return rested == null ? new EngineLoader(jars, jars.loader(), true) : rested;
  }

  /**
   * Keeps the loader for another engine, once nothing runs in it; with a thread that stays it stays
   * too.
   */
  void rest() {
    if (quiet()) {
      resting(jars).push(new EngineLoader(jars, classes, false));
    }
  }

  /** Closes it for good, likewise: of an engine that cannot be started twice from one loader. */
  void close() {
    if (!quiet()) {
      return;
    }
    try {
      classes.close();
    } catch (IOException e) {
      throw new EngineProblem("an engine's class path cannot be closed", e);
    }
  }

  /** Waits for the engine's last threads, which its own stop does not; false where one stays. */
  private boolean quiet() {
    long end = System.nanoTime() + MOST_WAIT.toNanos();
    while (!threads().isEmpty()) {
      if (System.nanoTime() > end) {
        return false;
      }
      LockSupport.parkNanos(LOOK.toNanos());
    }
    return true;
  }

  private static Deque<EngineLoader> resting(EngineJars jars) {
    return RESTING.computeIfAbsent(jars, _ -> new ConcurrentLinkedDeque<>());
  }

  private List<Thread> threads() {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(thread -> thread.getContextClassLoader() == classes)
        .toList();
  }
}
