package io.bitten.core;

import java.util.List;

/**
 * A part of a longer list.
 *
 * @param next what to pass to get the following page; empty text when this was the last
 */
public record Page<T>(List<T> items, String next) {
  public Page {
    items = List.copyOf(items);
  }

  public static <T> Page<T> last(List<T> items) {
    return new Page<>(items, "");
  }

  public boolean more() {
    return !next.isEmpty();
  }
}
