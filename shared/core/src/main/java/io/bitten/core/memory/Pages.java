package io.bitten.core.memory;

import io.bitten.core.Page;
import java.util.List;
import java.util.function.Function;

/** Cuts a page out of a list that is sorted by its key. */
final class Pages {
  private Pages() {}

  /**
   * The first {@code limit} items whose key comes later than {@code after} in the list's own order.
   */
  static <T> Page<T> cut(List<T> sorted, Function<T, String> key, String after, int limit) {
    if (limit < 1) {
      throw new IllegalArgumentException("a page holds at least 1 item: " + limit);
    }
    int start = 0;
    if (!after.isEmpty()) {
      while (start < sorted.size() && !key.apply(sorted.get(start)).equals(after)) {
        start++;
      }
      start = Math.min(start + 1, sorted.size());
    }
    int end = Math.min(start + limit, sorted.size());
    List<T> items = sorted.subList(start, end);
    return end < sorted.size()
        ? new Page<>(items, key.apply(sorted.get(end - 1)))
        : Page.last(items);
  }
}
