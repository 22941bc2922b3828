package io.bitten.core.fire;

import io.bitten.core.Versioned;
import io.bitten.core.account.AccountSnapshot;
import io.bitten.core.account.Trader;
import io.bitten.core.account.TradingAccount;
import io.bitten.core.halt.Halt;
import io.bitten.core.news.NewsCalendar;
import io.bitten.core.risk.RiskBook;
import java.util.List;
import java.util.Optional;

/** What is stored about one trader and the account that he has linked. */
public interface Dossier {
  Optional<Versioned<Trader>> trader();

  /** Of the system, then of the account where one is linked, then of the trader. */
  List<Halt> halts();

  /** The linked account; empty when none is linked or it is not stored. */
  Optional<TradingAccount> account();

  /** The last complete look at the linked account. */
  Optional<AccountSnapshot> snapshot();

  Optional<NewsCalendar> calendar();

  Optional<Versioned<RiskBook>> book();
}
