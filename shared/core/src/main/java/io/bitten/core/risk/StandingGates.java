package io.bitten.core.risk;

import io.bitten.core.account.Link;
import io.bitten.core.account.Oath;
import io.bitten.core.account.Tier;
import io.bitten.core.halt.Halt;
import io.bitten.core.order.Origin;
import java.util.Optional;

/** Gates on who asks and on the signal. */
final class StandingGates {
  private StandingGates() {}

  static Optional<Refusal> halt(RiskCase facts) {
    for (Halt halt : facts.halts()) {
      if (halt instanceof Halt.Active active) {
        return Optional.of(new StandingRefusal.Halted(active.scope(), active.reason()));
      }
    }
    return Optional.empty();
  }

  static Optional<Refusal> account(RiskCase facts) {
    if (facts.trader().oath() instanceof Oath.NotTaken) {
      return Optional.of(new StandingRefusal.OathNotTaken());
    }
    boolean linked =
        facts.trader().link().equals(new Link.To(facts.account().id()))
            && facts.account().owner().equals(facts.trader().id());
    if (!linked) {
      return Optional.of(new StandingRefusal.NoAccount());
    }
    return facts.tier().accounts().contains(facts.account().mode())
        ? Optional.empty()
        : Optional.of(new StandingRefusal.AccountModeNotAllowed(facts.trader().tier()));
  }

  static Optional<Refusal> signal(RiskCase facts) {
    return facts.idea().grade() instanceof Grade.Scored scored
            && !facts.now().isBefore(scored.expiresAt())
        ? Optional.of(new StandingRefusal.SignalExpired(scored.expiresAt()))
        : Optional.empty();
  }

  /** One signal, one order of a trader at a time. */
  static Optional<Refusal> taken(RiskCase facts) {
    return facts.idea().origin() instanceof Origin.OfSignal of
        ? StandingRefusal.SignalAlreadyTaken.in(facts.book(), of).map(Refusal.class::cast)
        : Optional.empty();
  }

  static Optional<Refusal> tier(RiskCase facts) {
    Tier tier = facts.trader().tier();
    if (!facts.trader().subscription().opensAt(facts.now())) {
      return Optional.of(new StandingRefusal.SubscriptionClosed(tier));
    }
    if (!(facts.idea().grade() instanceof Grade.Scored scored)) {
      return Optional.empty();
    }
    if (!facts.tier().fireable().contains(scored.signalClass())) {
      return Optional.of(
          new StandingRefusal.ClassLocked(scored.signalClass(), tier, unlocks(facts, scored)));
    }
    return scored.tcs().compareTo(facts.tier().minimumTcs()) < 0
        ? Optional.of(new StandingRefusal.TcsTooLow(scored.tcs(), facts.tier().minimumTcs()))
        : Optional.empty();
  }

  private static Remedy unlocks(RiskCase facts, Grade.Scored scored) {
    return facts
        .rules()
        .unlocking(facts.trader().tier(), scored.signalClass(), scored.tcs())
        .<Remedy>map(Remedy.Upgrade::new)
        .orElseGet(Remedy::nothing);
  }

  static Optional<Refusal> tilt(RiskCase facts) {
    Tilt tilt = facts.book().tilt();
    return facts.now().isBefore(tilt.lockedUntil())
        ? Optional.of(
            new StandingRefusal.TiltLocked(
                tilt.lossesInRow(), facts.limits().tiltClearWins(), tilt.lockedUntil()))
        : Optional.empty();
  }
}
