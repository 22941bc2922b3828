package io.bitten.core.signal;

import io.bitten.core.market.Symbol;
import io.bitten.core.market.Timeframe;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The settings of the signal engine; a change of any of them changes the model id.
 *
 * @param symbols pairs that are scored, with the decimals of their prices
 * @param timeframe the candle that makes a setup
 * @param history candles read for one scoring; covers warm-up, window and outcomes
 * @param warmUp first candles whose readings are not used
 * @param window recent setups a setup is ranked among
 * @param minimumSetups fewer earlier setups make no signal
 * @param minimumOutcomes fewer resolved outcomes show no odds
 * @param outcomeBars candles after which an unresolved setup counts by its close
 * @param stopAtr stop distance in ATR
 * @param rewardToRisk target distance in stops
 * @param lifetime how long a signal may be fired
 * @param newsBlackout no signal this close to a high-impact event
 * @param classFrom lowest TCS of each class
 */
public record SignalRulebook(
    Map<Symbol, Integer> symbols,
    Timeframe timeframe,
    int history,
    int warmUp,
    int window,
    int minimumSetups,
    int minimumOutcomes,
    int outcomeBars,
    BigDecimal stopAtr,
    BigDecimal rewardToRisk,
    Duration lifetime,
    Duration newsBlackout,
    Map<SignalClass, Integer> classFrom) {
  public SignalRulebook {
    symbols = Map.copyOf(symbols);
    classFrom = Map.copyOf(classFrom);
  }

  /**
   * The same rules for some of the pairs only.
   *
   * @throws IllegalArgumentException naming a pair whose decimals are not known
   */
  public SignalRulebook only(Set<Symbol> some) {
    Map<Symbol, Integer> kept = new HashMap<>(symbols);
    kept.keySet().retainAll(some);
    for (Symbol symbol : some) {
      if (!kept.containsKey(symbol)) {
        throw new IllegalArgumentException(
            "signals.symbols of config/trading.yml has no " + symbol);
      }
    }
    return new SignalRulebook(
        kept,
        timeframe,
        history,
        warmUp,
        window,
        minimumSetups,
        minimumOutcomes,
        outcomeBars,
        stopAtr,
        rewardToRisk,
        lifetime,
        newsBlackout,
        classFrom);
  }

  /** Whether some signal of the class may have this rank or a higher one. */
  public boolean reaches(SignalClass its, Tcs tcs) {
    return classFrom.entrySet().stream()
        .noneMatch(other -> other.getKey().compareTo(its) > 0 && other.getValue() <= tcs.value());
  }

  /** The pairs in a stable order. */
  public List<Symbol> ordered() {
    return symbols.keySet().stream().sorted().toList();
  }
}
