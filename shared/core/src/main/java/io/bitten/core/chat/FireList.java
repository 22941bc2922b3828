package io.bitten.core.chat;

import io.bitten.core.Rulebook;
import io.bitten.core.Versioned;
import io.bitten.core.World;
import io.bitten.core.halt.Halt;
import io.bitten.core.halt.HaltScope;
import io.bitten.core.order.Origin;
import io.bitten.core.risk.Refusal;
import io.bitten.core.risk.RiskBook;
import io.bitten.core.risk.StandingRefusal;
import io.bitten.core.signal.Signal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The live signals, a FIRE button under each that may be fired. What holds for longer than a list
 * is looked at, a stop or a signal that is held, is said instead; what passes in seconds is not.
 */
final class FireList {
  private final World world;
  private final Rulebook rules;
  private final SignalCards cards;

  FireList(World world, Rulebook rules, SignalCards cards) {
    this.world = world;
    this.rules = rules;
    this.cards = cards;
  }

  Card of(Visit visit, List<Signal> signals) {
    Optional<Refusal> stopped = stopped(visit);
    Optional<RiskBook> book = world.riskBooks().find(visit.user()).map(Versioned::value);
    List<Html> lines = new ArrayList<>();
    List<List<Button>> rows = new ArrayList<>();
    for (Signal signal : signals) {
      lines.add(SignalCards.headline(signal));
      switch (FireRight.of(visit.trader(), signal, rules, visit.now())) {
        case FireRight.MayFire may -> {
          Optional<Refusal> held = book.flatMap(it -> held(it, signal));
          held.ifPresent(refusal -> lines.add(said(refusal)));
          if (held.isEmpty() && stopped.isEmpty()) {
            rows.add(List.of(cards.fire(visit.trader(), signal, visit.round())));
          }
        }
        case FireRight.ViewOnly view -> lines.add(Html.i(view.reason()));
        case FireRight.Hidden hidden -> {}
      }
    }
    stopped.ifPresent(refusal -> lines.add(said(refusal)));
    return new Card(Html.lines(lines).toString(), rows);
  }

  private Optional<Refusal> stopped(Visit visit) {
    return HaltScope.over(visit.link(), visit.user()).stream()
        .map(world.halts()::read)
        .filter(Halt.Active.class::isInstance)
        .map(Halt.Active.class::cast)
        .findFirst()
        .map(halt -> new StandingRefusal.Halted(halt.scope(), halt.reason()));
  }

  private static Optional<Refusal> held(RiskBook book, Signal signal) {
    return StandingRefusal.SignalAlreadyTaken.in(book, new Origin.OfSignal(signal.id()))
        .map(Refusal.class::cast);
  }

  private static Html said(Refusal refusal) {
    return Html.i(refusal.sentence(), " ", refusal.remedy().sentence());
  }
}
