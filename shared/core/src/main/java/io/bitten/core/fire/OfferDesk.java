package io.bitten.core.fire;

import io.bitten.core.CorrelationId;
import io.bitten.core.Rulebook;
import io.bitten.core.Versioned;
import io.bitten.core.World;
import io.bitten.core.account.Trader;
import io.bitten.core.account.UserId;
import io.bitten.core.fill.FillDesk;
import io.bitten.core.market.Level;
import io.bitten.core.news.NewsCalendar;
import io.bitten.core.order.Origin;
import io.bitten.core.risk.Ask;
import io.bitten.core.risk.Grade;
import io.bitten.core.risk.Idea;
import io.bitten.core.risk.RiskCase;
import io.bitten.core.risk.RiskDecision;
import io.bitten.core.risk.RiskRules;
import io.bitten.core.risk.Shown;
import io.bitten.core.risk.StandingRefusal;
import io.bitten.core.signal.Signal;
import io.bitten.core.signal.SignalId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Sizes an idea, shows what it risks, and keeps what was shown. Nothing is reserved or placed. */
public final class OfferDesk {
  private final World world;
  private final Rulebook rules;
  private final FactReader facts;
  private final FillDesk fills;

  public OfferDesk(World world, Rulebook rules) {
    this.world = world;
    this.rules = rules;
    this.facts = new FactReader(world, rules);
    this.fills = new FillDesk(world, rules);
  }

  /** An offer on a signal, as large as the limits allow, shown in the given message. */
  public Preview onSignal(UserId user, SignalId id, long messageId) {
    return world
        .ledger()
        .find(id)
        .map(signal -> offer(user, idea(signal), messageId, signal.correlation()))
        .orElseGet(() -> new Preview.Refused(new StandingRefusal.SignalGone()));
  }

  /** The same of a signal that was named, not shown: what the tier does not see nobody knows. */
  public Preview onNamedSignal(Trader trader, SignalId id) {
    return world
        .ledger()
        .find(id)
        .filter(signal -> rules.of(trader.tier()).shown().contains(signal.signalClass()))
        .map(signal -> offer(trader.id(), idea(signal), 0, signal.correlation()))
        .orElseGet(() -> new Preview.Refused(new StandingRefusal.SignalGone()));
  }

  /** An offer on the trader's own idea. */
  public Preview onIdea(UserId user, Idea idea) {
    return offer(user, idea, 0, new CorrelationId("manual-" + world.nonces().next()));
  }

  /** What a signal asks for. */
  public static Idea idea(Signal signal) {
    return new Idea(
        new Origin.OfSignal(signal.id()),
        signal.symbol(),
        signal.direction(),
        Level.at(signal.stopLoss()),
        Level.at(signal.takeProfit()),
        new Ask.ByRisk(),
        new Grade.Scored(signal.tcs(), signal.signalClass(), signal.expiresAt()));
  }

  /** A lost report may have left the place of an ended order taken; it is given back here. */
  private void releaseEnded(UserId user) {
    world.riskBooks().find(user).stream()
        .flatMap(book -> book.value().reservations().stream())
        .flatMap(held -> world.orders().find(held.order()).stream())
        .map(Versioned::value)
        .filter(order -> order.state().terminal())
        .forEach(fills::settle);
  }

  private Preview offer(UserId user, Idea idea, long messageId, CorrelationId correlation) {
    releaseEnded(user);
    return switch (facts.read(world.dossiers().of(user), idea, new Shown.Nothing())) {
      case Facts.Missing missing -> new Preview.Refused(missing.refusal());
      case Facts.Complete(var risk, var book) ->
          switch (RiskRules.decide(risk)) {
            case RiskDecision.Refused refused -> new Preview.Refused(refused.refusal());
            case RiskDecision.Approved approved ->
                ready(keep(risk, approved, messageId, correlation), approved, risk);
          };
    };
  }

  private Offer keep(
      RiskCase risk, RiskDecision.Approved approved, long messageId, CorrelationId correlation) {
    Offer offer =
        new Offer(
            new OfferId(world.nonces().next()),
            risk.trader().id(),
            risk.account().id(),
            risk.idea().origin(),
            approved.terms(),
            risk.idea().grade(),
            messageId,
            risk.now(),
            expiry(risk),
            correlation);
    world.offers().keep(offer);
    return offer;
  }

  private Instant expiry(RiskCase risk) {
    Instant byCard = risk.now().plus(rules.limits().confirmFor());
    return switch (risk.idea().grade()) {
      case Grade.Scored scored -> scored.expiresAt().isBefore(byCard) ? scored.expiresAt() : byCard;
      case Grade.Unscored unscored -> byCard;
    };
  }

  private Preview ready(Offer offer, RiskDecision.Approved approved, RiskCase risk) {
    List<String> warnings = new ArrayList<>(approved.warnings());
    boolean fresh =
        world
            .calendars()
            .latest()
            .map(NewsCalendar::fetchedAt)
            .map(at -> at.plus(rules.limits().calendarMaxAge()).isAfter(risk.now()))
            .orElse(false);
    if (!fresh) {
      warnings.add("The news calendar is missing or old: news is not checked.");
    }
    return new Preview.Ready(offer, warnings);
  }
}
