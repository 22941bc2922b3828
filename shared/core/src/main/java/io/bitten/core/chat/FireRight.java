package io.bitten.core.chat;

import io.bitten.core.Rulebook;
import io.bitten.core.account.Subscription;
import io.bitten.core.account.Trader;
import io.bitten.core.risk.TierRules;
import io.bitten.core.signal.Signal;
import java.time.Instant;

/** What a trader may do with a signal, as its card says it. The fire desk checks again. */
sealed interface FireRight {
  /** Not shown in this tier. */
  record Hidden() implements FireRight {}

  /** Shown without FIRE, with the reason and what unlocks it. */
  record ViewOnly(String reason) implements FireRight {}

  record MayFire() implements FireRight {}

  static FireRight of(Trader trader, Signal signal, Rulebook rules, Instant now) {
    TierRules tier = rules.of(trader.tier());
    if (!tier.shown().contains(signal.signalClass())) {
      return new Hidden();
    }
    if (!tier.mayFire(signal.signalClass(), signal.tcs())) {
      String unlocked =
          rules
              .unlocking(trader.tier(), signal.signalClass(), signal.tcs())
              .map(next -> " " + next.title() + " unlocks it.")
              .orElse("");
      return new ViewOnly(
          "%s may not fire %s with TCS %s.%s"
              .formatted(trader.tier().title(), signal.signalClass(), signal.tcs(), unlocked));
    }
    if (!trader.subscription().opensAt(now)) {
      return new ViewOnly(ended(trader.subscription()));
    }
    return new MayFire();
  }

  private static String ended(Subscription subscription) {
    return switch (subscription) {
      case Subscription.Active active -> "Your time has ended; a subscription opens trades again.";
      case Subscription.Grace grace -> "The grace after the failed payment has ended.";
      case Subscription.Ended none -> "Without a subscription you may view, manage and close.";
    };
  }
}
