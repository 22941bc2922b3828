package io.bitten.local.telegram;

import java.time.Duration;

/** Runs something later. */
public interface Timers {
  /** Runs the task once, at the earliest after {@code delay}, on any thread. */
  void after(Duration delay, Runnable task);
}
