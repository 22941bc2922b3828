package io.bitten.core.risk;

import io.bitten.core.Some;
import io.bitten.core.SomeRules;
import io.bitten.core.account.AccountSnapshot;
import io.bitten.core.account.Money;
import io.bitten.core.account.Position;
import io.bitten.core.account.Trader;
import io.bitten.core.account.TradingAccount;
import io.bitten.core.fire.OfferDesk;
import io.bitten.core.halt.Halt;
import io.bitten.core.halt.HaltScope;
import io.bitten.core.market.Direction;
import io.bitten.core.market.Level;
import io.bitten.core.market.Quote;
import io.bitten.core.market.SymbolSpec;
import io.bitten.core.news.NewsEvent;
import io.bitten.core.order.OrderId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** A case that passes every gate, and the same with one thing changed. */
record SomeRisk(RiskCase facts) {

  static SomeRisk passing() {
    return new SomeRisk(
        new RiskCase(
            Some.NOW,
            Some.trader(),
            SomeRules.rulebook(),
            Some.account(),
            Some.snapshot(),
            Some.spec(),
            Some.quote(),
            List.of(Halt.never(new HaltScope.Everything())),
            List.of(),
            Some.riskBook(),
            OfferDesk.idea(Some.signal()),
            new Shown.Nothing()));
  }

  RiskDecision decide() {
    return RiskRules.decide(facts);
  }

  /** The refusal's code, empty when approved. */
  String code() {
    return switch (decide()) {
      case RiskDecision.Approved yes -> "";
      case RiskDecision.Refused no -> no.refusal().code();
    };
  }

  SomeRisk with(Trader trader) {
    return copy(facts.now(), trader, facts.snapshot(), facts.quote(), facts.book(), facts.idea());
  }

  SomeRisk with(AccountSnapshot snapshot) {
    return copy(facts.now(), facts.trader(), snapshot, facts.quote(), facts.book(), facts.idea());
  }

  SomeRisk with(Quote quote) {
    return copy(facts.now(), facts.trader(), facts.snapshot(), quote, facts.book(), facts.idea());
  }

  SomeRisk with(RiskBook book) {
    return copy(facts.now(), facts.trader(), facts.snapshot(), facts.quote(), book, facts.idea());
  }

  SomeRisk with(Idea idea) {
    return copy(facts.now(), facts.trader(), facts.snapshot(), facts.quote(), facts.book(), idea);
  }

  SomeRisk with(Ask ask) {
    Idea old = facts.idea();
    return with(
        new Idea(
            old.origin(),
            old.symbol(),
            old.direction(),
            old.stopLoss(),
            old.takeProfit(),
            ask,
            old.grade()));
  }

  SomeRisk with(Direction direction, Level stop, Level target) {
    Idea old = facts.idea();
    return with(
        new Idea(old.origin(), old.symbol(), direction, stop, target, old.ask(), old.grade()));
  }

  SomeRisk with(Grade grade) {
    Idea old = facts.idea();
    return with(
        new Idea(
            old.origin(),
            old.symbol(),
            old.direction(),
            old.stopLoss(),
            old.takeProfit(),
            old.ask(),
            grade));
  }

  SomeRisk with(SymbolSpec spec) {
    return new SomeRisk(rebuilt(facts.account(), spec));
  }

  SomeRisk with(TradingAccount account) {
    return new SomeRisk(rebuilt(account, facts.spec()));
  }

  /** The same case at another moment, everything in it as fresh as before. */
  SomeRisk at(Instant now) {
    Quote quote = Some.quote(now);
    return copy(now, facts.trader(), Some.snapshot(now), quote, facts.book(), facts.idea());
  }

  SomeRisk halted(Halt halt) {
    return new SomeRisk(rebuilt(List.of(halt), facts.news(), facts.shown()));
  }

  SomeRisk withNews(NewsEvent... news) {
    return new SomeRisk(rebuilt(facts.halts(), List.of(news), facts.shown()));
  }

  SomeRisk shown(Shown shown) {
    return new SomeRisk(rebuilt(facts.halts(), facts.news(), shown));
  }

  /** A snapshot with this balance and equity and nothing open. */
  static AccountSnapshot account(String balance, String equity, Position... positions) {
    return new AccountSnapshot(
        Some.ACCOUNT,
        Some.NOW,
        Some.usd(balance),
        Some.usd(equity),
        Some.usd("0"),
        Some.usd(equity),
        List.of(positions),
        Some.snapshot().quotes(),
        Some.snapshot().specs());
  }

  /** A book with this many EURUSD reservations of 20 USD. */
  static RiskBook holding(int orders) {
    return Some.riskBook(
        IntStream.range(0, orders)
            .mapToObj(i -> old(Some.reservation(OrderId.derivedFrom("held", "" + i))))
            .toList());
  }

  static RiskBook book(Money opening, Money peak, Tilt tilt, List<Reservation> held) {
    RiskDay day = Some.riskBook().day();
    return new RiskBook(
        Some.USER,
        held,
        new RiskDay(day.date(), opening, day.realised(), 0, Map.of()),
        tilt,
        peak,
        List.of(),
        List.of());
  }

  /** An old EURUSD reservation of this much. */
  static Reservation held(Money risk) {
    Reservation one = old(Some.reservation(OrderId.derivedFrom("held", "one")));
    return one.resized(one.lots(), risk);
  }

  private static Reservation old(Reservation r) {
    return new Reservation(
        r.order(),
        r.origin(),
        r.symbol(),
        r.direction(),
        r.lots(),
        r.risk(),
        Some.NOW.minusSeconds(3600));
  }

  private SomeRisk copy(
      Instant now, Trader trader, AccountSnapshot snapshot, Quote quote, RiskBook book, Idea idea) {
    return new SomeRisk(
        new RiskCase(
            now,
            trader,
            facts.rules(),
            facts.account(),
            snapshot,
            facts.spec(),
            quote,
            facts.halts(),
            facts.news(),
            book,
            idea,
            facts.shown()));
  }

  private RiskCase rebuilt(TradingAccount account, SymbolSpec spec) {
    return new RiskCase(
        facts.now(),
        facts.trader(),
        facts.rules(),
        account,
        facts.snapshot(),
        spec,
        facts.quote(),
        facts.halts(),
        facts.news(),
        facts.book(),
        facts.idea(),
        facts.shown());
  }

  private RiskCase rebuilt(List<Halt> halts, List<NewsEvent> news, Shown shown) {
    return new RiskCase(
        facts.now(),
        facts.trader(),
        facts.rules(),
        facts.account(),
        facts.snapshot(),
        facts.spec(),
        facts.quote(),
        halts,
        news,
        facts.book(),
        facts.idea(),
        shown);
  }
}
