package io.bitten.core.order;

import io.bitten.core.halt.Halt;
import io.bitten.core.halt.HaltScope;

/** The halt epochs a decision saw: the system's, the account's and the user's. */
public record HaltEpochs(long system, long account, long user) {
  /** Whether the decision may not go on: its scope is halted, or has changed since it was seen. */
  public boolean overtakenBy(Halt halt) {
    return halt instanceof Halt.Active || halt.epoch() > seen(halt.scope());
  }

  /** One number that grows whenever one of the three does. */
  public long sum() {
    return system + account + user;
  }

  /** The epoch that was seen of a scope of this kind. */
  public long seen(HaltScope scope) {
    return switch (scope) {
      case HaltScope.Everything s -> system;
      case HaltScope.OneAccount s -> account;
      case HaltScope.OneUser s -> user;
    };
  }
}
