package io.bitten.core.alert;

import io.bitten.core.Digest;
import io.bitten.core.Event;
import io.bitten.core.Rulebook;
import io.bitten.core.Versioned;
import io.bitten.core.World;
import io.bitten.core.account.Reach;
import io.bitten.core.account.Trader;
import io.bitten.core.account.UserId;
import io.bitten.core.chat.Card;
import io.bitten.core.chat.ChatSettings;
import io.bitten.core.chat.Html;
import io.bitten.core.chat.LapsedCloses;
import io.bitten.core.chat.OrderCards;
import io.bitten.core.chat.OrphanCards;
import io.bitten.core.chat.Outgoing;
import io.bitten.core.chat.RefusalText;
import io.bitten.core.chat.SignalCards;
import io.bitten.core.chat.Subject;
import io.bitten.core.order.Order;
import io.bitten.core.order.OrderId;
import io.bitten.core.order.Origin;
import io.bitten.core.order.Orphan;
import io.bitten.core.signal.Signal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Tells people what has happened to them. Events come twice and in any order, so an event is only a
 * reason to look: the card shows the stored order as it is now, and never an older version again.
 */
public final class NotifyDesk {
  private final World world;
  private final OrderCards orderCards;
  private final OrphanCards orphanCards;
  private final SignalCards signalCards;
  private final HaltNotices halts;
  private final LapsedCloses lapses;

  public NotifyDesk(World world, Rulebook rules, ChatSettings settings) {
    this.world = world;
    this.orderCards = new OrderCards(settings);
    this.orphanCards = new OrphanCards(settings);
    this.signalCards = new SignalCards(rules, settings);
    this.halts = new HaltNotices(world, settings);
    this.lapses = new LapsedCloses(world);
  }

  public void tell(Event event) {
    switch (event) {
      case Event.OrderPlaced placed -> show(placed.order());
      case Event.OrderChanged changed -> show(changed.order());
      case Event.TradeExecuted executed -> show(executed.order());
      case Event.TradeClosed closed -> show(closed.order());
      case Event.OrphanChanged changed ->
          world.orphans().find(changed.account(), changed.ticket()).ifPresent(this::showOrphan);
      case Event.FireRefused refused -> refused(refused);
      case Event.EmergencyStop stop -> halts.changed(stop);
      case Event.HaltReached reached -> halts.reached(reached);
      case Event.UserUpgraded upgraded -> upgraded(upgraded);
      case Event.CloseLapsed lapsed ->
          lapses.of(lapsed).ifPresent(html -> post(lapsed.header().id(), lapsed.user(), html));
      // The alert desk listens to signals; news reaches a trader as the refusal it causes.
      case Event.SignalGenerated signal -> {}
      case Event.NewsAlert news -> {}
    }
  }

  private void show(OrderId id) {
    Optional<Versioned<Order>> found = world.orders().find(id);
    found.ifPresent(this::show);
    found.ifPresent(halts::moved);
  }

  private void show(Versioned<Order> stored) {
    Order order = stored.value();
    reader(order.user())
        .ifPresent(
            reader ->
                send(
                    new Outgoing.Show(
                        "order-" + order.id() + "-" + stored.version(),
                        reader.chat(),
                        new Subject.OfOrder(order.id()),
                        stored.version(),
                        orderCards.render(order))));
  }

  private void showOrphan(Versioned<Orphan> stored) {
    Orphan orphan = stored.value();
    reader(orphan.user())
        .ifPresent(
            reader ->
                send(
                    new Outgoing.Show(
                        "orphan-" + orphan.id() + "-" + stored.version(),
                        reader.chat(),
                        new Subject.OfOrder(orphan.id()),
                        stored.version(),
                        orphanCards.render(orphan))));
  }

  /** In the confirmation card's own message; a fire from the HUD has none, and its no is new. */
  private void refused(Event.FireRefused event) {
    String key = event.header().id();
    reader(event.user())
        .ifPresent(
            reader -> {
              Card card = refusal(reader, event);
              send(
                  event.messageId() > 0
                      ? new Outgoing.Edit(key, reader.chat(), event.messageId(), card)
                      : new Outgoing.Post(key, reader.chat(), card, new Subject.Nothing()));
            });
  }

  /** Why not, above the signal's card while it lives, so that FIRE is at hand again. */
  private Card refusal(Trader reader, Event.FireRefused event) {
    Html why = RefusalText.of(event.code(), event.sentence(), event.remedy());
    Instant now = world.time().instant();
    return signal(event.origin())
        .filter(signal -> signal.liveAt(now))
        .flatMap(signal -> signalCards.alert(reader, signal, round(event), now))
        .map(card -> signalCards.with(why, card))
        .orElseGet(() -> Card.text(why.toString()));
  }

  private Optional<Signal> signal(Origin origin) {
    return switch (origin) {
      case Origin.OfTrader own -> Optional.empty();
      case Origin.OfSignal of -> world.ledger().find(of.signal());
    };
  }

  private static String round(Event.FireRefused event) {
    return Digest.base32(8, event.header().id());
  }

  private void upgraded(Event.UserUpgraded event) {
    post(
        event.header().id(),
        event.user(),
        Html.of(
            "You have ", Html.b(event.toTier().replace('_', ' ')), " now. /me shows your limits."));
  }

  private void post(String key, UserId user, Html html) {
    reader(user)
        .ifPresent(
            reader ->
                send(
                    new Outgoing.Post(
                        key, reader.chat(), Card.text(html.toString()), new Subject.Nothing())));
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
