package io.bitten.core.signal;

/**
 * Indicator values at one candle's close, on mid prices; NaN while an indicator warms up.
 *
 * @param atr average true range as a price distance
 * @param adx average directional index, 0..100
 * @param rsi relative strength index, 0..100
 * @param macdHistogram MACD minus its signal line, as a price distance
 */
public record Reading(
    double close,
    double emaFast,
    double emaSlow,
    double emaTrend,
    double atr,
    double adx,
    double rsi,
    double macdHistogram) {
  /** Nothing known yet. */
  public static final Reading WARMING_UP =
      new Reading(
          Double.NaN,
          Double.NaN,
          Double.NaN,
          Double.NaN,
          Double.NaN,
          Double.NaN,
          Double.NaN,
          Double.NaN);
}
