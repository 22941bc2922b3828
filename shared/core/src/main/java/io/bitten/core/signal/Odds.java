package io.bitten.core.signal;

import java.math.BigDecimal;

/** What setups of this class were worth, measured on resolved outcomes only. */
public sealed interface Odds {

  /**
   * Measured: the take profit came first in {@code wins} of {@code n}.
   *
   * @param lowPercent lower end of the 95 % Wilson interval of the win rate, percent
   * @param highPercent upper end, percent
   * @param breakEvenPercent win rate at which such trades neither gain nor lose after costs
   * @param expectedR mean result in units of the risk, costs included
   */
  record Measured(
      int n,
      int wins,
      BigDecimal lowPercent,
      BigDecimal highPercent,
      BigDecimal breakEvenPercent,
      BigDecimal expectedR)
      implements Odds {}

  /** Fewer outcomes than the minimum: no number is shown. */
  record NotEnough(int n) implements Odds {}
}
