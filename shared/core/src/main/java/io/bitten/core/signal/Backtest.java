package io.bitten.core.signal;

import io.bitten.core.market.Candle;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * What the engine would have said over a stretch of candles, walk-forward, the news taken as calm.
 *
 * @param setups candles past the warm-up that showed a setup
 * @param byClass every class, lowest first
 */
public record Backtest(
    String model, int candles, int setups, Map<SignalClass, BacktestRow> byClass) {

  public Backtest {
    byClass = Map.copyOf(byClass);
  }

  /** Plays candles of one pair, oldest first, through the engine once. */
  public static Backtest run(List<Candle> candles, Indicators indicators, SignalRulebook rules) {
    List<Reading> readings = indicators.read(candles);
    Tape tape = new Tape(rules);
    Map<SignalClass, Integer> signals = new EnumMap<>(SignalClass.class);
    int setups = 0;
    for (int i = 0; i < candles.size(); i++) {
      tape.append(candles.get(i), readings.get(i));
      if (tape.newest() instanceof Setup setup) {
        setups++;
        if (tape.ranked()) {
          tape.classOf(tape.percentWeaker(setup.strength()))
              .ifPresent(its -> signals.merge(its, 1, Integer::sum));
        }
      }
    }
    Map<SignalClass, BacktestRow> rows = new EnumMap<>(SignalClass.class);
    for (SignalClass each : SignalClass.values()) {
      rows.put(each, new BacktestRow(signals.getOrDefault(each, 0), tape.odds(each)));
    }
    return new Backtest(ModelId.of(rules), candles.size(), setups, rows);
  }
}
