package io.bitten.core.memory;

import io.bitten.core.chat.Inbox;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;

/** Handled ids until their time is over by the given clock. */
public final class MemoryInbox implements Inbox {
  private final Map<String, Instant> handled = new HashMap<>();
  private final InstantSource time;

  public MemoryInbox(InstantSource time) {
    this.time = time;
  }

  @Override
  public synchronized boolean seen(String door, String id) {
    Instant until = handled.get(key(door, id));
    return until != null && time.instant().isBefore(until);
  }

  @Override
  public synchronized void remember(String door, String id, Instant until) {
    handled.merge(key(door, id), until, (kept, given) -> given.isAfter(kept) ? given : kept);
  }

  /** How many ids were ever remembered. */
  public synchronized int size() {
    return handled.size();
  }

  private static String key(String door, String id) {
    return door + "#" + id;
  }
}
