package io.bitten.core.chat;

import io.bitten.core.World;
import io.bitten.core.fire.FireDesk;
import java.time.Instant;
import java.util.function.Supplier;

/**
 * Sends a tap where it belongs, then remembers what may not come again. A crash between the two
 * repeats a step that every consumer knows as a repeat.
 */
public final class TapDoor {
  private final World world;
  private final TapRules rules;

  public TapDoor(World world, Supplier<String> tapSecret) {
    this.world = world;
    this.rules = new TapRules(new TapTokens(tapSecret), world.inbox());
  }

  /** Queues the tap, if it is good for anything, and says what to answer at once. */
  public TapRoute take(Incoming.Tapped tapped) {
    Instant now = world.time().instant();
    TapRoute route = unlessRepeated(rules.decide(tapped, now), tapped);
    switch (route) {
      case TapRoute.ToFires fires -> fire(tapped, fires, now);
      case TapRoute.ToUpdates updates -> world.queues().update(tapped);
      case TapRoute.Late late -> world.queues().update(tapped);
      case TapRoute.Nowhere nowhere -> {}
      case TapRoute.Repeat repeat -> {}
    }
    world.inbox().remember(Memos.UPDATE, update(tapped), now.plus(Memos.KEPT));
    return route;
  }

  /**
   * A repeated confirmation is known by its offer: the one that is on its way waits for no more.
   */
  private TapRoute unlessRepeated(TapRoute route, Incoming.Tapped tapped) {
    return !(route instanceof TapRoute.ToFires) && world.inbox().seen(Memos.UPDATE, update(tapped))
        ? new TapRoute.Repeat()
        : route;
  }

  private static String update(Incoming.Tapped tapped) {
    return Long.toString(tapped.updateId());
  }

  private void fire(Incoming.Tapped tapped, TapRoute.ToFires fires, Instant now) {
    world.queues().fire(fires.request());
    // A card that was asked for by a command learns only here which message it became.
    Subject order = new Subject.OfOrder(FireDesk.orderId(fires.offer()));
    world.shownCards().keep(new Shown(tapped.chat(), order, tapped.messageId(), 0, now));
    world.inbox().remember(Memos.OFFER, fires.offer().value(), now.plus(Memos.KEPT));
  }
}
