package io.bitten.local.platform;

import io.bitten.core.signal.SignalId;
import io.bitten.local.telegram.Person;
import io.bitten.local.telegram.SimMessage;
import java.time.Duration;
import java.util.Collection;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * Plays the market on until a signal that may be fired reaches a person's chat. All its waits
 * together have one bound, so a market without such a signal ends the search.
 */
final class Lookout {
  /** A candle may bring signals for several pairs. */
  private static final Duration ALREADY_THERE = Duration.ofMillis(500);

  private static final Duration LOOK = Duration.ofSeconds(1);

  private final Platform platform;
  private final Person person;
  private final Collection<SignalId> heard;
  private final Set<Integer> seen = new HashSet<>();
  private Duration left;

  /**
   * @param heard the signals that were published, as they come
   * @param atMost how long the market plays in real time, over all calls
   */
  Lookout(Platform platform, Person person, Collection<SignalId> heard, Duration atMost) {
    this.platform = platform;
    this.person = person;
    this.heard = heard;
    this.left = atMost;
  }

  /**
   * The next card with a FIRE button; until it is there the named hold is released.
   *
   * @throws MissedHop when none came in time, or the recording ended
   */
  SimMessage next(String hold) {
    SimMessage card = card(ALREADY_THERE).orElseGet(() -> playOn(hold));
    seen.add(card.id());
    return card;
  }

  private SimMessage playOn(String hold) {
    heard.forEach(it -> platform.engagement().release(it.value()));
    platform.engagement().release(hold);
    try {
      while (left.isPositive()) {
        boolean ended = platform.replay().ended();
        Optional<SimMessage> card = card(LOOK);
        if (card.isPresent()) {
          return card.get();
        }
        if (ended) {
          throw missed("no further signal that may be fired reached the chat");
        }
        left = left.minus(LOOK);
        passBy();
      }
      throw missed("the time to search is over");
    } finally {
      platform.engagement().hold(hold);
    }
  }

  /** A card that may only be looked at holds the market no longer. */
  private void passBy() {
    platform.telegram().messages(person.id()).stream()
        .filter(it -> it.fromBot() && Onlooker.button(it, Onlooker.FIRE).isEmpty())
        .flatMap(card -> heard.stream().filter(id -> card.text().contains(id.value())))
        .forEach(it -> platform.engagement().release(it.value()));
  }

  private Optional<SimMessage> card(Duration patience) {
    return platform
        .telegram()
        .awaitMessage(
            it ->
                it.chatId() == person.id()
                    && !seen.contains(it.id())
                    && Onlooker.button(it, Onlooker.FIRE).isPresent(),
            patience);
  }

  private MissedHop missed(String why) {
    return new MissedHop(
        "signal_delivered",
        "%s; %d signals were made, %d reached the chat with a FIRE button; market: %s"
            .formatted(why, heard.size(), seen.size(), platform.market()));
  }
}
