package io.bitten.core.account;

import java.util.Set;

/** Whom an account of the operator's may be lent to. */
public sealed interface Borrowers {
  boolean include(UserId user);

  /** Whoever asks first. */
  record Everybody() implements Borrowers {
    @Override
    public boolean include(UserId user) {
      return true;
    }
  }

  /** These and nobody else. */
  record Only(Set<UserId> users) implements Borrowers {
    public Only {
      users = Set.copyOf(users);
      if (users.isEmpty()) {
        throw new IllegalArgumentException("an account must be lent to somebody");
      }
    }

    @Override
    public boolean include(UserId user) {
      return users.contains(user);
    }
  }
}
