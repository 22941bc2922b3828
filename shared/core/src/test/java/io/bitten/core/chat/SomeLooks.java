package io.bitten.core.chat;

import io.bitten.core.Some;
import io.bitten.core.account.AccountSnapshot;
import java.time.Instant;
import java.util.List;

/** Looks at the example account. */
final class SomeLooks {
  private SomeLooks() {}

  static AccountSnapshot withPosition(Instant at) {
    AccountSnapshot flat = Some.snapshot(at);
    return new AccountSnapshot(
        flat.account(),
        at,
        flat.balance(),
        Some.usd("10003.15"),
        Some.usd("110.00"),
        Some.usd("9893.15"),
        List.of(Some.position()),
        flat.quotes(),
        flat.specs());
  }
}
