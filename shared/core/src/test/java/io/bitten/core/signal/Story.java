package io.bitten.core.signal;

import io.bitten.core.market.Candle;
import io.bitten.core.market.Quote;
import io.bitten.core.news.Outlook;
import java.util.ArrayList;
import java.util.List;

/** What the engine says candle by candle, the quote being the candle's close and the news calm. */
public final class Story {
  private Story() {}

  /** One finding a candle. */
  public static List<Finding> of(
      List<Candle> candles, Indicators indicators, SignalRulebook rules) {
    List<Reading> readings = indicators.read(candles);
    Scorer scorer = new Scorer(rules);
    Tape tape = new Tape(rules);
    List<Finding> findings = new ArrayList<>(candles.size());
    for (int i = 0; i < candles.size(); i++) {
      Candle candle = candles.get(i);
      tape.append(candle, readings.get(i));
      Quote close =
          new Quote(
              candle.symbol(), candle.bid().close(), candle.ask().close(), candle.closeTime());
      findings.add(scorer.score(tape, new Moment(close, new Outlook.Calm())));
    }
    return findings;
  }
}
