package io.bitten.core.chat;

import java.time.Instant;

/**
 * Ids that were handled, so that a repeat has no second effect. Kept at least until the given time.
 */
public interface Inbox {
  boolean seen(String door, String id);

  void remember(String door, String id, Instant until);
}
