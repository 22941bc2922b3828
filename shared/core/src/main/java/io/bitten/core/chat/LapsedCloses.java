package io.bitten.core.chat;

import io.bitten.core.Event;
import io.bitten.core.Versioned;
import io.bitten.core.World;
import io.bitten.core.fire.CloseDesk;
import io.bitten.core.order.CloseWish;
import io.bitten.core.order.Order;
import io.bitten.core.order.OrderState;
import io.bitten.core.order.OrphanState;
import java.util.Optional;

/**
 * What a person is told whose close came to nothing: too late for the relay, or refused for long.
 */
public final class LapsedCloses {
  private final World world;
  private final CloseDesk closes;

  public LapsedCloses(World world) {
    this.world = world;
    this.closes = new CloseDesk(world);
  }

  /** Empty when nothing of what was meant is left to be closed, or a later close has it. */
  public Optional<Html> of(Event.CloseLapsed lapsed) {
    return switch (lapsed.target()) {
      case CloseWish.Target.Of one ->
          world
              .orders()
              .find(one.order())
              .map(Versioned::value)
              .filter(LapsedCloses::left)
              .map(order -> told(lapsed, one(order), "/close"));
      case CloseWish.Target.All all ->
          anyLeft(lapsed)
              ? Optional.of(told(lapsed, Html.of("everything"), "/closeall"))
              : Optional.empty();
    };
  }

  private boolean anyLeft(Event.CloseLapsed lapsed) {
    return closes.open(lapsed.user()).stream()
            .anyMatch(order -> left(order) && !order.createdAt().isAfter(lapsed.askedAt()))
        || closes.orphans(lapsed.user()).stream()
            .anyMatch(orphan -> orphan.state() instanceof OrphanState.Left);
  }

  private static boolean left(Order order) {
    return CloseDesk.fill(order).isPresent() && !(order.state() instanceof OrderState.Closing);
  }

  private static Html one(Order order) {
    return Html.of(
        Html.b(OrderCards.what(order)),
        CloseDesk.fill(order).map(fill -> " · " + fill.ticket()).orElse(""));
  }

  private Html told(Event.CloseLapsed lapsed, Html what, String again) {
    return Html.lines(
        Html.of(
            "⚠️ Your close of ",
            what,
            ", asked for at ",
            Shows.second(lapsed.askedAt()),
            ", was not carried out, and is not tried any more. What was open then is open, with"
                + " its stop. ",
            again,
            " asks for it once more."),
        ShutMarket.note(world.time().instant()));
  }
}
