package io.bitten.core.memory;

import io.bitten.core.chat.Inbox;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Handled ids until their time is over by the given clock. */
public final class MemoryInbox implements Inbox {
  private final Map<String, Memo> handled = new HashMap<>();
  private final InstantSource time;

  private record Memo(String by, Instant until) {}

  public MemoryInbox(InstantSource time) {
    this.time = time;
  }

  @Override
  public synchronized Optional<String> by(String door, String id) {
    return Optional.ofNullable(handled.get(key(door, id)))
        .filter(memo -> time.instant().isBefore(memo.until()))
        .map(Memo::by);
  }

  @Override
  public synchronized void remember(String door, String id, String by, Instant until) {
    handled.merge(
        key(door, id),
        new Memo(by, until),
        (kept, given) -> given.until().isBefore(kept.until()) ? kept : given);
  }

  /** How many ids were ever remembered. */
  public synchronized int size() {
    return handled.size();
  }

  private static String key(String door, String id) {
    return door + "#" + id;
  }
}
