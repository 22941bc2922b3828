package io.bitten.core.signal;

import io.bitten.core.market.Candle;
import io.bitten.core.market.Symbol;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The tapes of the pairs as they were last played, so that a new candle costs one candle. What a
 * continued tape says is what a new one would say.
 */
final class Tapes {
  private static final int ANCHOR_CANDLES = 128;

  private final SignalRulebook rules;
  private final Map<Symbol, Played> played = new HashMap<>();

  Tapes(SignalRulebook rules) {
    this.rules = rules;
  }

  private record Played(List<Candle> candles, Tape tape) {}

  /**
   * Lets a full history begin at a fixed moment for some time, instead of moving its start with
   * every candle: the same start gives the same readings, and lets them be continued.
   */
  List<Candle> anchored(List<Candle> history) {
    if (history.size() < rules.history()) {
      return history;
    }
    for (int i = 1; i < history.size(); i++) {
      if (block(history.get(i)) != block(history.get(i - 1))) {
        return history.subList(i, history.size());
      }
    }
    return history;
  }

  private long block(Candle candle) {
    return candle.openTime().getEpochSecond()
        / (ANCHOR_CANDLES * rules.timeframe().length().toSeconds());
  }

  /** The tape that has taken exactly these candles. */
  synchronized Tape of(Symbol symbol, List<Candle> candles, List<Reading> readings) {
    Played last = played.get(symbol);
    boolean continues =
        last != null
            && last.candles().size() <= candles.size()
            && last.candles().equals(candles.subList(0, last.candles().size()));
    Played now = continues ? last : new Played(new ArrayList<>(), new Tape(rules));
    played.remove(symbol);
    for (int i = now.candles().size(); i < candles.size(); i++) {
      now.tape().append(candles.get(i), readings.get(i));
      now.candles().add(candles.get(i));
    }
    played.put(symbol, now);
    return now.tape();
  }
}
