package io.bitten.core.account;

/** The MT5 account a trader's fires go to. */
public sealed interface Link {
  record None() implements Link {}

  record To(AccountId account) implements Link {}
}
