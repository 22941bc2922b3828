package io.bitten.core.alert;

import io.bitten.core.World;
import io.bitten.core.account.ChatId;
import io.bitten.core.chat.Memos;
import java.time.Duration;
import java.time.Instant;

/**
 * Never more than so many alerts to one chat in any minute: as many slots, each taken for a minute
 * by the alert that was sent in it.
 */
final class AlertPace {
  private static final Duration MINUTE = Duration.ofMinutes(1);

  /** Three waits pass a whole minute, well before the queue gives a message up. */
  private static final Duration AGAIN = Duration.ofSeconds(20);

  private final World world;
  private final int aMinute;

  AlertPace(World world, int aMinute) {
    this.world = world;
    this.aMinute = aMinute;
  }

  sealed interface Answer {
    /** One more fits; take the slot once it is sent. */
    record Free(String slot) implements Answer {}

    record Full(Duration retryAfter) implements Answer {}
  }

  Answer ask(ChatId chat) {
    for (int number = 1; number <= aMinute; number++) {
      String slot = chat + "-" + number;
      if (!world.inbox().seen(Memos.ALERT, slot)) {
        return new Answer.Free(slot);
      }
    }
    return new Answer.Full(AGAIN);
  }

  void take(Answer.Free free, Instant now) {
    world.inbox().remember(Memos.ALERT, free.slot(), now.plus(MINUTE));
  }
}
