package io.bitten.core.memory;

import io.bitten.core.Versioned;
import io.bitten.core.Written;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Versioned values by sorted key, changed only by compare-and-set. */
final class Shelf<K extends Comparable<K>, V> {
  private final Map<K, Versioned<V>> kept = new TreeMap<>();

  synchronized Optional<Versioned<V>> find(K key) {
    return Optional.ofNullable(kept.get(key));
  }

  synchronized Written save(K key, Versioned<V> next) {
    Versioned<V> now = kept.get(key);
    long stored = now == null ? 0 : now.version();
    if (stored != next.version()) {
      return Written.STALE;
    }
    kept.put(key, new Versioned<>(next.value(), stored + 1));
    return Written.STORED;
  }

  synchronized List<Versioned<V>> all() {
    return List.copyOf(kept.values());
  }
}
