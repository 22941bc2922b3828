package io.bitten.core.fill;

import io.bitten.core.account.AccountSnapshot;
import java.util.List;

/** The relay's way back to the cloud. */
public interface Reports {
  /** Returns when the report is stored on the way; throws when it is not. */
  void send(Report report);

  /**
   * Reports the looks at several accounts, together where that is cheaper; returns when all are
   * stored on the way, throws when one is not: then some may be.
   */
  default void seen(List<AccountSnapshot> looks) {
    looks.forEach(look -> send(new Report.AccountSeen(look)));
  }
}
