package io.bitten.local.market;

import io.bitten.core.market.Symbol;
import java.util.List;

/**
 * What a generated pair is like.
 *
 * @param price where it begins and what it is drawn back to, in points
 * @param hourlyMove standard deviation of an hour of average business, as a part of the price
 * @param spread the spread of a busy hour, in points
 */
public record GeneratedPair(Symbol symbol, int digits, long price, double hourlyMove, long spread) {
  /** The pairs that a generated market has. */
  public static final List<GeneratedPair> USUAL =
      List.of(
          new GeneratedPair(new Symbol("EURUSD"), 5, 110_000, 0.00095, 8),
          new GeneratedPair(new Symbol("GBPUSD"), 5, 127_000, 0.00105, 11),
          new GeneratedPair(new Symbol("USDJPY"), 3, 150_000, 0.00100, 10));
}
