package io.bitten.core.memory;

import java.util.ArrayList;
import java.util.List;

/** What passed, in order. Refuses to grow without end. */
final class Journal<T> {
  /** Most things kept; a run that needs more has a loop it did not mean to have. */
  static final int LIMIT = 1_000_000;

  private final List<T> kept = new ArrayList<>();

  synchronized void add(T one) {
    if (kept.size() >= LIMIT) {
      throw new IllegalStateException("more than " + LIMIT + " kept in memory");
    }
    kept.add(one);
  }

  synchronized List<T> all() {
    return List.copyOf(kept);
  }

  /** Takes everything out, oldest first. */
  synchronized List<T> drain() {
    List<T> taken = List.copyOf(kept);
    kept.clear();
    return taken;
  }
}
