package io.bitten.core.alert;

import io.bitten.core.Event;
import io.bitten.core.Versioned;
import io.bitten.core.World;
import io.bitten.core.account.Reach;
import io.bitten.core.account.Trader;
import io.bitten.core.account.TradingAccount;
import io.bitten.core.account.UserId;
import io.bitten.core.chat.ChatSettings;
import io.bitten.core.chat.HaltCards;
import io.bitten.core.chat.HaltNews;
import io.bitten.core.chat.Outgoing;
import io.bitten.core.chat.Subject;
import io.bitten.core.halt.Halt;
import io.bitten.core.halt.HaltScope;
import io.bitten.core.halt.HaltTexts;
import io.bitten.core.order.Order;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Keeps the cards of halts true, and tells those whom a halt of somebody else stops. */
final class HaltNotices {
  private final World world;
  private final ChatSettings settings;
  private final HaltCards cards;

  HaltNotices(World world, ChatSettings settings) {
    this.world = world;
    this.settings = settings;
    this.cards = new HaltCards(world, settings);
  }

  /** A halt was set or lifted. Who did it has the answer in the chat. */
  void changed(Event.EmergencyStop event) {
    Halt halt = event.halt();
    switch (halt.scope()) {
      // Pages of their own tell everybody.
      case HaltScope.Everything all -> {}
      case HaltScope.OneUser one -> tell(one.user(), halt);
      case HaltScope.OneAccount one -> {
        world
            .accounts()
            .find(one.account())
            .map(TradingAccount::owner)
            .ifPresent(o -> tell(o, halt));
        if (who(halt).isEmpty()) {
          settings.admins().stream().map(UserId::ofTelegram).forEach(admin -> tell(admin, halt));
        }
      }
    }
    who(halt).ifPresent(setter -> endBefore(setter, halt));
  }

  /** A hop has taken it into effect: the setter's card says when. */
  void reached(Event.HaltReached event) {
    Halt halt = world.halts().read(event.scope());
    if (halt.epoch() == event.epoch()) {
      show(halt, event.header().id());
    }
  }

  /** An order moved on: the card of a panic says what becomes of each. */
  void moved(Versioned<Order> order) {
    Halt halt = world.halts().read(new HaltScope.OneUser(order.value().user()));
    if (halt instanceof Halt.Active active
        && active.positions() == Halt.Positions.CLOSE
        && !order.value().createdAt().isAfter(active.at())) {
      show(halt, "panic-" + order.value().id() + "-" + order.version());
    }
  }

  private void show(Halt halt, String key) {
    Instant now = world.time().instant();
    who(halt)
        .ifPresent(
            setter ->
                send(
                    new Outgoing.Show(
                        "card-" + key,
                        setter.chat(),
                        new Subject.OfHalt(halt.scope(), halt.epoch()),
                        cards.version(halt, now),
                        cards.render(halt, now))));
  }

  /** The card of what this change has followed would else claim that it still holds. */
  private void endBefore(Trader setter, Halt halt) {
    Subject before = new Subject.OfHalt(halt.scope(), halt.epoch() - 1);
    if (world.shownCards().find(setter.chat(), before).isPresent()) {
      send(
          new Outgoing.Show(
              "past-" + HaltTexts.of(halt.scope()) + "-" + halt.epoch(),
              setter.chat(),
              before,
              Long.MAX_VALUE,
              cards.past(halt)));
    }
  }

  /** What is over by now is not told: its news may come after that of what has followed it. */
  private void tell(UserId user, Halt halt) {
    if (world.halts().read(halt.scope()).epoch() > halt.epoch()) {
      return;
    }
    reader(user).flatMap(reader -> HaltNews.to(reader, halt)).ifPresent(this::send);
  }

  /** Who set or lifted it, when it was a person who can be reached. */
  private Optional<Trader> who(Halt halt) {
    return switch (halt) {
      case Halt.Never never -> Optional.empty();
      case Halt.Active active -> person(active.by());
      case Halt.Lifted lifted -> person(lifted.by());
    };
  }

  /** Relays have names with a space, which no person's id has. */
  private Optional<Trader> person(String by) {
    return by.contains(" ") ? Optional.empty() : reader(new UserId(by));
  }

  private Optional<Trader> reader(UserId user) {
    return world
        .traders()
        .find(user)
        .map(Versioned::value)
        .filter(trader -> trader.reach() == Reach.REACHABLE);
  }

  private void send(Outgoing outgoing) {
    world.queues().message(List.of(outgoing));
  }
}
