package io.bitten.local.sim;

import io.bitten.core.Versioned;
import io.bitten.core.account.AccountId;
import io.bitten.core.account.AccountMode;
import io.bitten.core.account.Link;
import io.bitten.core.account.Oath;
import io.bitten.core.account.Reach;
import io.bitten.core.account.Role;
import io.bitten.core.account.Subscription;
import io.bitten.core.account.Tier;
import io.bitten.core.account.Trader;
import io.bitten.core.account.TradingAccount;
import io.bitten.core.account.UserId;
import io.bitten.core.memory.MemoryWorld;
import java.time.Duration;
import java.time.Instant;

/** Puts people on the books. */
final class Enrolment {
  private Enrolment() {}

  /** Somebody by number. */
  record Person(int number, Tier tier) {}

  /** Somebody with an account at the broker, who has paid and taken the oath. */
  static Traders.Person of(Person one, Broker broker, MemoryWorld memory) {
    Instant now = memory.time().instant();
    UserId user = UserId.ofTelegram(1_000 + one.number());
    AccountId account = broker.account();
    memory.accounts().claim(new TradingAccount(account, user, AccountMode.DEMO, Broker.USD, "sim"));
    memory
        .traders()
        .save(
            Versioned.fresh(
                new Trader(
                    user,
                    1_000 + one.number(),
                    "Sim",
                    Role.TRADER,
                    new Subscription.Active(one.tier(), now.plus(Duration.ofDays(30))),
                    new Oath.Taken("2026-01", now),
                    new Link.To(account),
                    0,
                    now,
                    now,
                    Reach.REACHABLE)));
    return new Traders.Person(user, account);
  }
}
