package io.bitten.local.telegram;

import java.time.Duration;

/** Saves the state soon after a change, many changes at once. */
final class Saver {
  /** What a crash can lose at most. */
  static final Duration DELAY = Duration.ofMillis(200);

  private final SavedState state;
  private final Archive archive;
  private final Timers timers;

  /** One save at a time: the last one and one that was planned before it may meet. */
  private final Object saving = new Object();

  private boolean planned;
  private boolean closed;

  Saver(SavedState state, Archive archive, Timers timers) {
    this.state = state;
    this.archive = archive;
    this.timers = timers;
  }

  synchronized void soon() {
    if (!planned && !closed && archive != Archive.NONE) {
      planned = true;
      timers.after(DELAY, this::now);
    }
  }

  private void now() {
    synchronized (this) {
      planned = false;
      if (closed) {
        return;
      }
    }
    save();
  }

  /** Saves for the last time. */
  void close() {
    synchronized (this) {
      closed = true;
    }
    if (archive != Archive.NONE) {
      save();
    }
  }

  private void save() {
    synchronized (saving) {
      archive.save(state.write());
    }
  }
}
