package io.bitten.core.chat;

import io.bitten.core.Rulebook;
import io.bitten.core.World;
import io.bitten.core.chat.TapTokens.Read;
import io.bitten.core.fire.FireDesk;
import io.bitten.core.fire.OfferId;
import java.time.Instant;

/** Hands a valid tap to the talk that answers it; a button that works once works once. */
final class Taps {
  private final World world;
  private final OnboardingTalk onboarding;
  private final SignalTalk signals;
  private final PositionsTalk positions;
  private final ExitTalk exits;

  Taps(World world, Rulebook rules, ChatSettings settings, OnboardingTalk onboarding) {
    this.world = world;
    this.onboarding = onboarding;
    this.signals = new SignalTalk(world, rules, settings);
    this.positions = new PositionsTalk(world, settings);
    this.exits = new ExitTalk(world, settings);
  }

  Reply answer(Visit visit, Read.Valid valid, long messageId) {
    return switch (valid.tap()) {
      case Tap.Fire fire -> fire(visit, fire, valid.token(), messageId);
      case Tap.Confirm confirm -> late(visit, confirm);
      case Tap.Cancel cancel -> cancel(visit, cancel);
      case Tap.Details details -> signals.details(visit, details.signal());
      case Tap.Back back -> signals.back(visit, back.signal());
      case Tap.Skip skip -> signals.skip(skip.signal());
      case Tap.Accept accept -> onboarding.accept(visit, accept);
      case Tap.LinkDemo link -> onboarding.link(visit);
      case Tap.Close close -> exits.closeTapped(visit, close, messageId);
      case Tap.CloseAll all -> closeAll(visit, all, valid.token());
      case Tap.Positions again -> new Reply.Change(positions.list(visit));
    };
  }

  private Reply fire(Visit visit, Tap.Fire fire, String token, long messageId) {
    return used(token) ? new Reply.Silence() : signals.fire(visit, fire, messageId);
  }

  /** Confirmations in time never come here; the door sends them to the fire desk. */
  private Reply late(Visit visit, Tap.Confirm confirm) {
    return !visit.now().isBefore(confirm.expires()) && ends(confirm.offer())
        ? signals.late(visit, confirm)
        : new Reply.Silence();
  }

  private Reply cancel(Visit visit, Tap.Cancel cancel) {
    return ends(cancel.offer()) ? signals.cancel(visit, cancel) : new Reply.Silence();
  }

  /**
   * Whether nothing was and nothing will be traded for it. Its confirmation may be on its way, past
   * a door that died before the memo: so its order is forbidden before anybody is told.
   */
  private boolean ends(OfferId offer) {
    return !world.inbox().seen(Memos.OFFER, offer.value())
        && world.orders().forbid(FireDesk.orderId(offer));
  }

  private Reply closeAll(Visit visit, Tap.CloseAll all, String token) {
    if (used(token) || !visit.now().isBefore(all.expires())) {
      return Reply.change(Html.of("This button has expired. /closeall shows a new one."));
    }
    return exits.closeAll(visit);
  }

  private boolean used(String token) {
    return world.inbox().seen(Memos.TAP, token);
  }

  /** Notes what may not be answered again; called once the answer is on its way. */
  void spend(Read.Valid valid, Instant now) {
    Instant until = now.plus(Memos.KEPT);
    switch (valid.tap()) {
      case Tap.Fire fire -> world.inbox().remember(Memos.TAP, valid.token(), until);
      case Tap.CloseAll all -> world.inbox().remember(Memos.TAP, valid.token(), until);
      case Tap.Cancel cancel -> world.inbox().remember(Memos.OFFER, cancel.offer().value(), until);
      case Tap.Confirm confirm -> {}
      case Tap.Details details -> {}
      case Tap.Back back -> {}
      case Tap.Skip skip -> {}
      case Tap.Accept accept -> {}
      case Tap.LinkDemo link -> {}
      case Tap.Close close -> {}
      case Tap.Positions positions -> {}
    }
  }
}
