package io.bitten.core.chat;

import io.bitten.core.Rulebook;
import io.bitten.core.World;
import io.bitten.core.account.AccountSnapshot;
import io.bitten.core.account.Money;
import io.bitten.core.fire.FireDesk;
import io.bitten.core.fire.Offer;
import io.bitten.core.fire.OfferDesk;
import io.bitten.core.fire.Preview;
import io.bitten.core.order.Origin;
import io.bitten.core.risk.Refusal;
import io.bitten.core.signal.Signal;
import io.bitten.core.signal.SignalId;
import java.util.List;
import java.util.function.Function;

/** Talks about signals, from the list to the confirmation card. */
final class SignalTalk {
  /** Signals in one list. */
  private static final int LISTED = 10;

  private final World world;
  private final Rulebook rules;
  private final SignalCards cards;
  private final FireList list;
  private final ConfirmCards confirmCards;
  private final OfferDesk offers;
  private final FireWindow window;

  SignalTalk(World world, Rulebook rules, ChatSettings settings) {
    this.world = world;
    this.rules = rules;
    this.cards = new SignalCards(rules, settings);
    this.list = new FireList(world, rules, cards);
    this.confirmCards = new ConfirmCards(settings);
    this.offers = new OfferDesk(world, rules);
    this.window = new FireWindow(world, rules.signals().lifetime());
  }

  /** Every live signal the tier sees, with its odds. */
  Reply list(Visit visit) {
    List<Html> blocks =
        visible(visit).stream()
            .map(signal -> Html.lines(SignalCards.body(signal), cards.footer(signal)))
            .toList();
    return blocks.isEmpty()
        ? Reply.say(noSignals())
        : Reply.say(Html.paragraphs(blocks.toArray(Html[]::new)));
  }

  /** The live signals, a button under each that may be fired. */
  Reply fireList(Visit visit) {
    List<Signal> signals = visible(visit);
    return signals.isEmpty() ? Reply.say(noSignals()) : Reply.say(list.of(visit, signals));
  }

  /** The confirmation card of a signal that was named, as a new message. */
  Reply fireOne(Visit visit, SignalId id) {
    Card card =
        world
            .ledger()
            .find(id)
            .filter(signal -> sees(visit, signal))
            .map(signal -> ask(visit, signal, 0))
            .orElseGet(() -> unknown(id));
    return new Reply.Say(card, new Subject.OfSignal(id));
  }

  /** FIRE was tapped: the same message becomes the confirmation card. */
  Reply fire(Visit visit, Tap.Fire tap, long messageId) {
    return about(tap.signal(), signal -> ask(visit, signal, messageId));
  }

  Reply cancel(Visit visit, Tap.Cancel tap) {
    return world
        .offers()
        .find(tap.offer())
        .filter(offer -> offer.user().equals(visit.user()))
        .map(offer -> cancelled(visit, offer))
        .orElseGet(Reply.Silence::new);
  }

  /** A confirmation that came too late: the card says so and offers FIRE again. */
  Reply late(Visit visit, Tap.Confirm tap) {
    return world
        .offers()
        .find(tap.offer())
        .filter(offer -> offer.user().equals(visit.user()))
        .map(offer -> again(visit, offer, "The confirmation has expired. Nothing was traded."))
        .orElseGet(Reply.Silence::new);
  }

  Reply details(Visit visit, SignalId id) {
    return about(id, signal -> cards.details(visit.trader(), signal, visit.now()));
  }

  Reply back(Visit visit, SignalId id) {
    return about(id, signal -> card(visit, signal));
  }

  Reply skip(SignalId id) {
    return about(
        id,
        signal ->
            Card.text(
                Html.lines(SignalCards.headline(signal), Html.i(id, " · skipped")).toString()));
  }

  private Card ask(Visit visit, Signal signal, long messageId) {
    if (!visit.now().isBefore(window.closes(visit.chat(), signal))) {
      return expired(signal);
    }
    return switch (offers.onSignal(visit.user(), signal.id(), messageId)) {
      case Preview.Refused refused -> refused(visit, signal, refused.refusal());
      case Preview.Ready ready -> {
        remember(visit, ready.offer());
        yield confirmCards.ask(ready.offer(), balance(ready.offer()), ready.warnings());
      }
    };
  }

  /**
   * From here on every event of the order finds the message that will show it; older than what the
   * door keeps, which knows the message in which it was confirmed.
   */
  private void remember(Visit visit, Offer offer) {
    if (offer.messageId() > 0) {
      Subject order = new Subject.OfOrder(FireDesk.orderId(offer.id()));
      world.shownCards().keep(new Shown(visit.chat(), order, offer.messageId(), -1, visit.now()));
    }
  }

  private Money balance(Offer offer) {
    return world
        .accounts()
        .snapshot(offer.account())
        .map(AccountSnapshot::balance)
        .orElseGet(() -> Money.zero(offer.terms().risk().currency()));
  }

  private Card refused(Visit visit, Signal signal, Refusal refusal) {
    Html why = RefusalText.of(refusal.code(), refusal.sentence(), refusal.remedy().sentence());
    return cards.with(why, card(visit, signal));
  }

  private Reply cancelled(Visit visit, Offer offer) {
    world.offers().keep(offer.endingAt(visit.now()));
    return again(visit, offer, "Cancelled. Nothing was traded.");
  }

  private Reply again(Visit visit, Offer offer, String sentence) {
    return switch (offer.origin()) {
      case Origin.OfSignal of ->
          about(of.signal(), signal -> cards.with(Html.of(sentence), card(visit, signal)));
      case Origin.OfTrader own -> Reply.change(Html.of(sentence));
    };
  }

  /** The signal's card as this person may see it now. */
  private Card card(Visit visit, Signal signal) {
    if (!visit.now().isBefore(window.closes(visit.chat(), signal))) {
      return expired(signal);
    }
    return cards
        .alert(visit.trader(), signal, visit.round(), visit.now())
        .orElseGet(() -> unknown(signal.id()));
  }

  private Reply about(SignalId id, Function<Signal, Card> view) {
    return new Reply.Change(world.ledger().find(id).map(view).orElseGet(() -> unknown(id)));
  }

  /** The live signals that the tier sees, no more than fit into one list. */
  List<Signal> visible(Visit visit) {
    return world.ledger().live(visit.now(), LISTED).stream()
        .filter(signal -> sees(visit, signal))
        .toList();
  }

  private boolean sees(Visit visit, Signal signal) {
    return !(FireRight.of(visit.trader(), signal, rules, visit.now()) instanceof FireRight.Hidden);
  }

  private static Card expired(Signal signal) {
    return Card.text(
        Html.lines(
                SignalCards.headline(signal),
                Html.of(
                    "⌛ Expired at ",
                    Shows.time(signal.expiresAt()),
                    ". It can no longer be fired; /positions shows what is open."),
                Html.i(signal.id()))
            .toString());
  }

  private static Card unknown(SignalId id) {
    return Card.text(
        Html.of("There is no signal ", Html.code(id), " for you. /fire lists the live ones.")
            .toString());
  }

  private static Html noSignals() {
    return Html.of("No live signal for your tier right now. You get a message when there is one.");
  }
}
