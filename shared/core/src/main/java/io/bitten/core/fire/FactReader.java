package io.bitten.core.fire;

import io.bitten.core.Rulebook;
import io.bitten.core.Versioned;
import io.bitten.core.World;
import io.bitten.core.account.AccountSnapshot;
import io.bitten.core.account.Link;
import io.bitten.core.account.Money;
import io.bitten.core.account.Oath;
import io.bitten.core.account.Trader;
import io.bitten.core.account.TradingAccount;
import io.bitten.core.halt.Halt;
import io.bitten.core.market.Quote;
import io.bitten.core.market.SymbolSpec;
import io.bitten.core.news.NewsCalendar;
import io.bitten.core.risk.BookRules;
import io.bitten.core.risk.Idea;
import io.bitten.core.risk.MarketRefusal;
import io.bitten.core.risk.Refusal;
import io.bitten.core.risk.RiskBook;
import io.bitten.core.risk.RiskCase;
import io.bitten.core.risk.Shown;
import io.bitten.core.risk.StandingRefusal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Reads all that one risk decision rests on. A halt is told first, whatever else is missing. */
final class FactReader {
  private final World world;
  private final Rulebook rules;

  FactReader(World world, Rulebook rules) {
    this.world = world;
    this.rules = rules;
  }

  Facts read(Dossier dossier, Idea idea, Shown shown) {
    Optional<Trader> known = dossier.trader().map(Versioned::value);
    if (known.isEmpty() || !(known.get().link() instanceof Link.To)) {
      return new Facts.Missing(new StandingRefusal.NoAccount());
    }
    for (Halt halt : dossier.halts()) {
      if (halt instanceof Halt.Active active) {
        return missing(new StandingRefusal.Halted(active.scope(), active.reason()));
      }
    }
    if (!(known.get().oath() instanceof Oath.Taken taken)
        || !taken.termsVersion().equals(rules.termsVersion())) {
      return missing(new StandingRefusal.OathNotTaken());
    }
    Optional<TradingAccount> account = dossier.account();
    if (account.isEmpty()) {
      return missing(new StandingRefusal.NoAccount());
    }
    Optional<AccountSnapshot> snapshot = dossier.snapshot();
    return snapshot.isEmpty()
        ? missing(new StandingRefusal.AccountUnseen())
        : complete(new Seen(dossier, known.get(), account.get(), snapshot.get()), idea, shown);
  }

  private record Seen(
      Dossier dossier, Trader trader, TradingAccount account, AccountSnapshot snapshot) {}

  private Facts complete(Seen seen, Idea idea, Shown shown) {
    AccountSnapshot snapshot = seen.snapshot();
    SymbolSpec spec = snapshot.specs().get(idea.symbol());
    if (spec == null) {
      return missing(new MarketRefusal.SymbolUnknown(idea.symbol()));
    }
    Quote quote = snapshot.quotes().get(idea.symbol());
    if (quote == null) {
      return missing(new MarketRefusal.NoQuote(idea.symbol()));
    }
    Instant now = world.time().instant();
    Versioned<RiskBook> book = today(seen, now);
    RiskCase risk =
        new RiskCase(
            now,
            seen.trader(),
            rules,
            seen.account(),
            snapshot,
            spec,
            quote,
            seen.dossier().halts(),
            seen.dossier().calendar().map(NewsCalendar::events).orElse(List.of()),
            book.value(),
            idea,
            shown);
    return new Facts.Complete(risk, book);
  }

  private static Versioned<RiskBook> today(Seen seen, Instant now) {
    Money balance = seen.snapshot().balance();
    Money equity = seen.snapshot().equity();
    return seen.dossier()
        .book()
        .map(book -> book.with(BookRules.today(book.value(), balance, equity, now)))
        .orElseGet(() -> Versioned.fresh(BookRules.open(seen.trader().id(), balance, equity, now)));
  }

  private static Facts missing(Refusal refusal) {
    return new Facts.Missing(refusal);
  }
}
