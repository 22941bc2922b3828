package io.bitten.core.chat;

import io.bitten.core.World;
import io.bitten.core.account.ChatId;
import io.bitten.core.signal.Signal;
import java.time.Duration;
import java.time.Instant;

/**
 * How long a trader may fire a signal: the rulebook's lifetime, counted from the delivery of the
 * card, and never beyond the signal's own expiry.
 */
final class FireWindow {
  private final World world;
  private final Duration lifetime;

  FireWindow(World world, Duration lifetime) {
    this.world = world;
    this.lifetime = lifetime;
  }

  Instant closes(ChatId chat, Signal signal) {
    return world
        .shownCards()
        .find(chat, new Subject.OfSignal(signal.id()))
        .map(shown -> shown.at().plus(lifetime))
        .filter(byDelivery -> byDelivery.isBefore(signal.expiresAt()))
        .orElse(signal.expiresAt());
  }
}
