package io.bitten.local.engine;

import java.io.IOException;
import java.net.URLClassLoader;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/** Closes an engine's class loader when nothing of the engine runs any more. */
final class EngineLoader {
  private static final Duration MOST_WAIT = Duration.ofSeconds(20);
  private static final Duration LOOK = Duration.ofMillis(5);

  private EngineLoader() {}

  /**
   * Waits for the engine's last threads, which its own stop does not: one of them would still load
   * a class. Where a thread stays, the loader stays open with it.
   */
  static void close(URLClassLoader loader) {
    long end = System.nanoTime() + MOST_WAIT.toNanos();
    while (!threads(loader).isEmpty()) {
      if (System.nanoTime() > end) {
        return;
      }
      LockSupport.parkNanos(LOOK.toNanos());
    }
    try {
      loader.close();
    } catch (IOException e) {
      throw new EngineProblem("an engine's class path cannot be closed", e);
    }
  }

  private static List<Thread> threads(URLClassLoader loader) {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(thread -> thread.getContextClassLoader() == loader)
        .toList();
  }
}
