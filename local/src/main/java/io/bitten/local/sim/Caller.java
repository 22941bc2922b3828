package io.bitten.local.sim;

import io.bitten.core.account.AccountId;

/** Who makes a call of a port: it takes its time, may fail for him, and he may die around it. */
interface Caller {
  String name();

  /** When the earlier of its last two complete looks at an account was asked for; else -1. */
  long earlierOfTwoLooks(AccountId account);

  /**
   * Before the effect.
   *
   * @throws StoreTrouble when the call has no effect
   * @throws Crash when the caller dies
   */
  void before(String call);

  /**
   * After the effect.
   *
   * @throws StoreTrouble when the effect is not told
   * @throws Crash when the caller dies
   */
  void after(String call);
}
