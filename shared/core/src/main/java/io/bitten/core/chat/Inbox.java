package io.bitten.core.chat;

import java.time.Instant;
import java.util.Optional;

/**
 * Ids that were handled, so that a repeat has no second effect. Kept at least until the given time.
 */
public interface Inbox {
  /** By what it was remembered last; empty when it is not. */
  Optional<String> by(String door, String id);

  /**
   * Remembers the id.
   *
   * @param by what handled it, for example an update's id; empty when nobody will ask
   */
  void remember(String door, String id, String by, Instant until);

  default boolean seen(String door, String id) {
    return by(door, id).isPresent();
  }

  default void remember(String door, String id, Instant until) {
    remember(door, id, "", until);
  }
}
