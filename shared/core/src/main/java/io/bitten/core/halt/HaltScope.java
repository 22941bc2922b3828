package io.bitten.core.halt;

import io.bitten.core.account.AccountId;
import io.bitten.core.account.UserId;

/** Whom a halt stops. */
public sealed interface HaltScope {
  record Everything() implements HaltScope {}

  record OneAccount(AccountId account) implements HaltScope {}

  record OneUser(UserId user) implements HaltScope {}
}
