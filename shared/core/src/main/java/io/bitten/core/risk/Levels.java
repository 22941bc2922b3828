package io.bitten.core.risk;

import io.bitten.core.market.Level;
import io.bitten.core.market.Price;
import java.math.BigDecimal;
import java.util.Optional;

/** Checks of the stop and the target against the entry and the terminal's own distances. */
final class Levels {
  private Levels() {}

  /** The price that risk is counted from: the one the trader saw, else the current entry. */
  static Price entry(RiskCase facts) {
    return switch (facts.shown()) {
      case Shown.At at -> at.price();
      case Shown.Nothing nothing ->
          facts.spec().written(facts.quote().entry(facts.idea().direction()));
    };
  }

  static Optional<Refusal> check(RiskCase facts) {
    if (!(facts.idea().stopLoss() instanceof Level.At(var stop))) {
      return Optional.of(new LevelRefusal.StopMissing());
    }
    if (!(facts.idea().takeProfit() instanceof Level.At(var target))) {
      return Optional.of(new LevelRefusal.TargetMissing());
    }
    Price entry = entry(facts);
    if (stop.equals(entry)) {
      return Optional.of(new LevelRefusal.StopAtEntry(stop));
    }
    if (!beyond(facts, entry, stop)) {
      return Optional.of(new LevelRefusal.StopWrongSide(stop, entry));
    }
    if (!beyond(facts, target, entry)) {
      return Optional.of(new LevelRefusal.TargetWrongSide(target, entry));
    }
    Price nearest = nearestStop(facts);
    return beyond(facts, stop, nearest)
        ? Optional.of(new LevelRefusal.StopTooClose(stop, nearest))
        : Optional.empty();
  }

  /** Whether {@code better} is on the winning side of {@code worse}. */
  private static boolean beyond(RiskCase facts, Price better, Price worse) {
    return switch (facts.idea().direction()) {
      case BUY -> better.above(worse);
      case SELL -> better.below(worse);
    };
  }

  /** The closest stop allowed: the terminal's stops level or two spreads from the exit price. */
  private static Price nearestStop(RiskCase facts) {
    BigDecimal level =
        facts.spec().point().multiply(BigDecimal.valueOf(facts.spec().stopsLevelPoints()));
    BigDecimal distance = level.max(facts.quote().spread().multiply(BigDecimal.valueOf(2)));
    Price exit = facts.quote().exit(facts.idea().direction());
    return switch (facts.idea().direction()) {
      case BUY -> exit.plus(distance.negate());
      case SELL -> exit.plus(distance);
    };
  }
}
