package io.bitten.core.account;

/** Whether an MT5 account holds real money. */
public enum AccountMode {
  DEMO,
  LIVE
}
