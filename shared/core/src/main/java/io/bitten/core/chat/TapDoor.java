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
    TapRoute route = rules.decide(tapped, now);
    return switch (route) {
      case TapRoute.ToFires fires -> {
        fire(tapped, fires, now);
        yield fires;
      }
      case TapRoute.ToUpdates updates ->
          unlessRepeated(updates, tapped, () -> world.queues().update(tapped));
      case TapRoute.Late late -> unlessRepeated(late, tapped, () -> world.queues().update(tapped));
      case TapRoute.Nowhere nowhere -> unlessRepeated(nowhere, tapped, () -> {});
      case TapRoute.Repeat repeat -> repeat;
    };
  }

  /** A confirmation is known by its offer; every other update by its own id. */
  private TapRoute unlessRepeated(TapRoute route, Incoming.Tapped tapped, Runnable effect) {
    String update = TapRules.update(tapped);
    if (world.inbox().seen(Memos.UPDATE, update)) {
      return new TapRoute.Repeat();
    }
    effect.run();
    world.inbox().remember(Memos.UPDATE, update, world.time().instant().plus(Memos.KEPT));
    return route;
  }

  private void fire(Incoming.Tapped tapped, TapRoute.ToFires fires, Instant now) {
    world.queues().fire(fires.request());
    // A card that was asked for by a command learns only here which message it became.
    Subject order = new Subject.OfOrder(FireDesk.orderId(fires.offer()));
    boolean known =
        world
            .shownCards()
            .find(tapped.chat(), order)
            .filter(card -> card.messageId() == tapped.messageId())
            .isPresent();
    if (!known) {
      world.shownCards().keep(new Shown(tapped.chat(), order, tapped.messageId(), 0, now));
    }
    world
        .inbox()
        .remember(
            Memos.OFFER, fires.offer().value(), TapRules.update(tapped), now.plus(Memos.KEPT));
  }
}
