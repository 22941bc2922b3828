package io.bitten.core.signal;

import io.bitten.core.market.Candle;
import io.bitten.core.market.Direction;

/**
 * A trade idea in one closed candle, from prices alone.
 *
 * @param strength technical weight times regime weight, 0..1
 * @param atr average true range as a price distance
 */
record Setup(Candle candle, Lean lean, Regime.Mood mood, double strength, double atr)
    implements Sight {
  Direction direction() {
    return lean.direction();
  }
}
