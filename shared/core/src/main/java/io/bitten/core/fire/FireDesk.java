package io.bitten.core.fire;

import io.bitten.core.Contention;
import io.bitten.core.Event;
import io.bitten.core.EventHeader;
import io.bitten.core.Rulebook;
import io.bitten.core.Versioned;
import io.bitten.core.World;
import io.bitten.core.account.Magic;
import io.bitten.core.halt.HaltReceipts;
import io.bitten.core.market.Level;
import io.bitten.core.order.CommandHeader;
import io.bitten.core.order.Order;
import io.bitten.core.order.OrderId;
import io.bitten.core.order.OrderState;
import io.bitten.core.order.RelayCommand;
import io.bitten.core.risk.Ask;
import io.bitten.core.risk.BookRules;
import io.bitten.core.risk.Idea;
import io.bitten.core.risk.Refusal;
import io.bitten.core.risk.RiskBook;
import io.bitten.core.risk.RiskDecision;
import io.bitten.core.risk.RiskRules;
import io.bitten.core.risk.Shown;
import io.bitten.core.risk.StandingRefusal;
import java.util.Optional;

/**
 * Turns a confirmed offer into at most one order. Every risk rule is checked again on fresh facts,
 * and the risk is reserved in the transaction that stores the order. A repeat of the same request
 * finds the order and only repeats what is harmless: its command and its event. What was refused
 * once is never placed.
 */
public final class FireDesk {
  /** Decisions made again because another order changed the book meanwhile. */
  private static final int DECISIONS = 8;

  private final World world;
  private final Rulebook rules;
  private final FactReader facts;
  private final HaltReceipts receipts;

  public FireDesk(World world, Rulebook rules) {
    this.world = world;
    this.rules = rules;
    this.facts = new FactReader(world, rules);
    this.receipts = new HaltReceipts(world);
  }

  /**
   * Handles one confirmed fire.
   *
   * @throws Contention when the book kept changing; nothing was stored, the queue repeats it
   */
  public Fired fire(FireRequest request) {
    FireDossier dossier = world.dossiers().of(request);
    Optional<Offer> found = dossier.offer();
    if (found.isEmpty() || !found.get().user().equals(request.user())) {
      return new Fired.Ignored(new StandingRefusal.OfferGone());
    }
    Offer offer = found.get().shownIn(request.messageId());
    Optional<Versioned<Order>> existing = dossier.order();
    if (existing.isPresent()) {
      return again(existing.get().value(), offer);
    }
    if (!world.time().instant().isBefore(offer.expiresAt())) {
      return refused(offer, new StandingRefusal.OfferExpired(offer.expiresAt()));
    }
    Optional<Fired> fired = attempt(offer, dossier, dossier);
    for (int i = 1; i < DECISIONS && fired.isEmpty(); i++) {
      fired = attempt(offer, dossier, world.dossiers().of(offer.user()));
    }
    return fired.orElseThrow(
        () -> new Contention("the risk book of " + offer.user() + " kept changing"));
  }

  /** Empty when the book changed between reading and placing. */
  private Optional<Fired> attempt(Offer offer, FireDossier confirmed, Dossier now) {
    return switch (facts.read(now, idea(offer), shown(offer))) {
      case Facts.Missing missing -> Optional.of(refused(offer, missing.refusal()));
      case Facts.Complete complete ->
          switch (RiskRules.decide(complete.risk())) {
            case RiskDecision.Refused no -> Optional.of(refused(offer, no.refusal()));
            case RiskDecision.Approved yes -> place(offer, complete, confirmed.magic());
          };
    };
  }

  private Optional<Fired> place(Offer offer, Facts.Complete complete, Magic magic) {
    OrderId id = orderId(offer.id());
    Order order = OrderDraft.of(id, offer, complete.risk(), magic);
    Versioned<RiskBook> book =
        complete.book().with(BookRules.reserve(complete.book().value(), order));
    return switch (world.orders().place(order, book)) {
      case PLACED -> Optional.of(tell(order, offer));
      case ALREADY -> Optional.of(taken(id, offer));
      case STALE -> Optional.empty();
    };
  }

  /** Somebody was faster with this order: another who placed it, or who forbade it. */
  private Fired taken(OrderId id, Offer offer) {
    return world
        .orders()
        .find(id)
        .map(order -> again(order.value(), offer))
        .orElseGet(() -> told(offer, new StandingRefusal.OfferEnded()));
  }

  private Fired again(Order order, Offer offer) {
    return order.state() instanceof OrderState.New ? tell(order, offer) : placed(order, offer);
  }

  private Fired tell(Order order, Offer offer) {
    world.queues().relay(command(order));
    return placed(order, offer);
  }

  private Fired placed(Order order, Offer offer) {
    world
        .events()
        .publish(
            new Event.OrderPlaced(
                header("placed-" + order.id(), offer),
                order.id(),
                order.user(),
                offer.messageId()));
    return new Fired.Placed(order);
  }

  /**
   * No for good: the message may come again when it would pass, and the trader, told that nothing
   * was traded, has fired anew by then. So the order is forbidden before anybody is told.
   */
  private Fired refused(Offer offer, Refusal refusal) {
    OrderId id = orderId(offer.id());
    return world.orders().forbid(id) ? told(offer, refusal) : taken(id, offer);
  }

  private Fired told(Offer offer, Refusal refusal) {
    if (refusal instanceof StandingRefusal.Halted halted) {
      receipts.met(world.halts().read(halted.scope()), HaltReceipts.FIRE_DESK);
    }
    world
        .events()
        .publish(
            new Event.FireRefused(
                header("refused-" + offer.id(), offer),
                offer.user(),
                offer.origin(),
                offer.messageId(),
                refusal.code(),
                refusal.sentence(),
                refusal.remedy().sentence()));
    return new Fired.Refused(refusal);
  }

  /** The id of the one order that confirming this offer can place. */
  public static OrderId orderId(OfferId offer) {
    return OrderId.derivedFrom("fire", offer.value());
  }

  /** The command for a NEW order; the same for every repeat. */
  public static RelayCommand command(Order order) {
    return new RelayCommand.Open(
        new CommandHeader(
            "open-" + order.id(),
            order.account(),
            order.haltEpochs(),
            order.createdAt(),
            order.deadline(),
            order.correlation()),
        order.id(),
        order.magic(),
        order.terms());
  }

  private static Idea idea(Offer offer) {
    return new Idea(
        offer.origin(),
        offer.terms().symbol(),
        offer.terms().direction(),
        Level.at(offer.terms().stopLoss()),
        Level.at(offer.terms().takeProfit()),
        new Ask.Exactly(offer.terms().lots()),
        offer.grade());
  }

  private static Shown shown(Offer offer) {
    return new Shown.At(offer.terms().shownPrice());
  }

  private EventHeader header(String id, Offer offer) {
    return EventHeader.of(id, world.time().instant(), offer.correlation());
  }
}
