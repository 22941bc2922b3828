package io.bitten.core.risk;

import io.bitten.core.Rulebook;
import io.bitten.core.account.AccountSnapshot;
import io.bitten.core.account.Trader;
import io.bitten.core.account.TradingAccount;
import io.bitten.core.halt.Halt;
import io.bitten.core.market.Quote;
import io.bitten.core.market.SymbolSpec;
import io.bitten.core.news.NewsEvent;
import java.time.Instant;
import java.util.List;

/**
 * All facts one risk decision rests on, read at one moment.
 *
 * @param halts the system's, the account's and the trader's
 * @param quote the terminal's own price of the idea's symbol
 * @param book the trader's book, on today's page
 */
public record RiskCase(
    Instant now,
    Trader trader,
    Rulebook rules,
    TradingAccount account,
    AccountSnapshot snapshot,
    SymbolSpec spec,
    Quote quote,
    List<Halt> halts,
    List<NewsEvent> news,
    RiskBook book,
    Idea idea,
    Shown shown) {
  public RiskCase {
    halts = List.copyOf(halts);
    news = List.copyOf(news);
  }

  /** What the trader's tier allows. */
  public TierRules tier() {
    return rules.of(trader.tier());
  }

  /** What holds for every tier. */
  public RiskLimits limits() {
    return rules.limits();
  }
}
