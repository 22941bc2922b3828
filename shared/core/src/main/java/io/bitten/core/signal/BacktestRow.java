package io.bitten.core.signal;

/**
 * One class in a backtest.
 *
 * @param signals candles that would have made a signal of it
 * @param odds its measured outcomes, one trade at a time
 */
public record BacktestRow(int signals, Odds odds) {}
