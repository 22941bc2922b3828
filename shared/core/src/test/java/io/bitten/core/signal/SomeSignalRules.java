package io.bitten.core.signal;

import io.bitten.core.Some;
import io.bitten.core.market.Symbol;
import io.bitten.core.market.Timeframe;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Signal settings for tests. */
public final class SomeSignalRules {

  private SomeSignalRules() {}

  /** As an operator would run it on hours. */
  public static SignalRulebook hourly() {
    return of(1_000, 1_000, 200);
  }

  /** The same with a short memory, so that little data says something. */
  public static SignalRulebook quick() {
    return of(250, 100, 20);
  }

  private static SignalRulebook of(int warmUp, int window, int minimumSetups) {
    return new SignalRulebook(
        Map.of(Some.EURUSD, 5),
        Timeframe.H1,
        5_000,
        warmUp,
        window,
        minimumSetups,
        30,
        48,
        new BigDecimal("1.5"),
        new BigDecimal("1.5"),
        Duration.ofMinutes(3),
        Duration.ofMinutes(15),
        Map.of(
            SignalClass.TRAINING, 60,
            SignalClass.RAPID, 70,
            SignalClass.PRECISION, 80,
            SignalClass.SNIPER, 90));
  }

  /** The same rules for other pairs. */
  static SignalRulebook with(SignalRulebook rules, Set<Symbol> symbols) {
    return new SignalRulebook(
        symbols.stream().collect(Collectors.toMap(symbol -> symbol, symbol -> 5)),
        rules.timeframe(),
        rules.history(),
        rules.warmUp(),
        rules.window(),
        rules.minimumSetups(),
        rules.minimumOutcomes(),
        rules.outcomeBars(),
        rules.stopAtr(),
        rules.rewardToRisk(),
        rules.lifetime(),
        rules.newsBlackout(),
        rules.classFrom());
  }
}
