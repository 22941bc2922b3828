package io.bitten.core.halt;

import io.bitten.core.account.AccountId;
import io.bitten.core.account.Link;
import io.bitten.core.account.UserId;
import java.util.List;

/** Whom a halt stops. */
public sealed interface HaltScope {
  record Everything() implements HaltScope {}

  record OneAccount(AccountId account) implements HaltScope {}

  record OneUser(UserId user) implements HaltScope {}

  /** Every scope whose halt stops this person's orders in this account, the widest first. */
  static List<HaltScope> over(AccountId account, UserId user) {
    return List.of(new Everything(), new OneAccount(account), new OneUser(user));
  }

  /** The same for a person who may have no account yet. */
  static List<HaltScope> over(Link link, UserId user) {
    return switch (link) {
      case Link.To(var account) -> over(account, user);
      case Link.None none -> List.of(new Everything(), new OneUser(user));
    };
  }
}
