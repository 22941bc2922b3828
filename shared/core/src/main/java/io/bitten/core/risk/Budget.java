package io.bitten.core.risk;

/** Which limit decides how much one trade may lose. */
public enum Budget {
  RISK_PER_TRADE,
  HALF_RISK,
  DAILY_LOSS,
  DRAWDOWN,
  EXPOSURE
}
