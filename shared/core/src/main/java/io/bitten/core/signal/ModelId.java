package io.bitten.core.signal;

import io.bitten.core.Digest;
import java.math.BigDecimal;
import java.util.TreeMap;

/** Names the rules and settings that make a signal: the same id, the same scoring. */
final class ModelId {
  /** Raised with every change of the engine's rules that can change a signal. */
  static final String RULES = "trend-1";

  private ModelId() {}

  static String of(SignalRulebook rules) {
    String settings =
        String.join(
            ";",
            new TreeMap<>(rules.symbols()).toString(),
            rules.timeframe().name(),
            "history=" + rules.history(),
            "warmUp=" + rules.warmUp(),
            "window=" + rules.window(),
            "setups=" + rules.minimumSetups(),
            "outcomes=" + rules.minimumOutcomes(),
            "bars=" + rules.outcomeBars(),
            "stop=" + plain(rules.stopAtr()),
            "reward=" + plain(rules.rewardToRisk()),
            "life=" + rules.lifetime(),
            "news=" + rules.newsBlackout(),
            new TreeMap<>(rules.classFrom()).toString());
    return RULES + "-" + Digest.base32(8, RULES, settings);
  }

  private static String plain(BigDecimal value) {
    return value.stripTrailingZeros().toPlainString();
  }
}
