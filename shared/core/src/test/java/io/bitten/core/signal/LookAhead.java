package io.bitten.core.signal;

import io.bitten.core.market.Candle;
import java.util.List;
import java.util.Random;

/**
 * The prefix test: what is said of a candle must not change when the candles after it are cut off.
 * Whatever indicators are given, they are read anew on the shortened candles.
 */
public final class LookAhead {
  private LookAhead() {}

  /** How many of the cut points drawn by the seed show another finding at the cut. */
  public static int changed(
      List<Candle> candles, Indicators indicators, SignalRulebook rules, Cuts cuts) {
    List<Finding> whole = Story.of(candles, indicators, rules);
    Random random = new Random(cuts.seed());
    int changed = 0;
    for (int i = 0; i < cuts.number(); i++) {
      int cut = rules.warmUp() / 2 + random.nextInt(candles.size() - rules.warmUp() / 2);
      Finding atCut = Story.of(candles.subList(0, cut + 1), indicators, rules).getLast();
      changed += atCut.equals(whole.get(cut)) ? 0 : 1;
    }
    return changed;
  }

  /** Where to cut. */
  public record Cuts(int number, long seed) {}
}
