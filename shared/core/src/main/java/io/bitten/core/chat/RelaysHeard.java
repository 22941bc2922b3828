package io.bitten.core.chat;

import io.bitten.core.World;
import io.bitten.core.account.AccountId;
import io.bitten.core.fire.CloseDesk;
import java.time.Duration;
import java.time.Instant;

/** Whether a relay hears what is asked of it: what nobody hears is said so to who asks. */
final class RelaysHeard {
  /** Relays beat every five seconds; one that was not heard of for so long may be down. */
  private static final Duration RECENT = Duration.ofSeconds(60);

  private final World world;

  RelaysHeard(World world) {
    this.world = world;
  }

  /** That a close may not get through; empty where a relay works for the account. */
  Html warning(AccountId account, Instant now) {
    boolean heard =
        world.relays().heardSince(now.minus(RECENT)).stream()
            .anyMatch(beat -> beat.working().contains(account));
    return heard
        ? Html.empty()
        : Html.of(
            "⚠️ No relay of ",
            Html.code(account),
            " was heard of in the last ",
            Shows.length(RECENT),
            ": this may not get through. It is good for ",
            Shows.length(CloseDesk.COMMAND_LIVES),
            "; your broker's terminal closes at once.");
  }
}
