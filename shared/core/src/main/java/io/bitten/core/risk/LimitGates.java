package io.bitten.core.risk;

import io.bitten.core.account.Money;
import io.bitten.core.market.Currency;
import io.bitten.core.market.Symbol;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Gates on what is used up already. */
final class LimitGates {
  private LimitGates() {}

  static Optional<Refusal> fires(RiskCase facts) {
    int limit = facts.tier().firesADay();
    return facts.book().day().fires() >= limit
        ? Optional.of(
            new LimitRefusal.FiresUsed(
                limit, facts.trader().tier(), Sessions.nextTradingDay(facts.now())))
        : Optional.empty();
  }

  static Optional<Refusal> tierPositions(RiskCase facts) {
    int limit = facts.tier().openPositions();
    return Standing.positions(facts) >= limit
        ? Optional.of(new LimitRefusal.TierPositionsFull(limit, facts.trader().tier()))
        : Optional.empty();
  }

  static Optional<Refusal> dailyLoss(RiskCase facts) {
    if (Budgets.dailyLoss(facts).signum() > 0) {
      return Optional.empty();
    }
    return Optional.of(
        new LimitRefusal.DailyLossReached(
            Standing.lostToday(facts),
            money(facts, Standing.openRisk(facts)),
            money(facts, Budgets.dailyCap(facts)),
            Sessions.nextTradingDay(facts.now())));
  }

  static Optional<Refusal> drawdown(RiskCase facts) {
    if (Budgets.drawdown(facts).signum() > 0) {
      return Optional.empty();
    }
    return Optional.of(
        new LimitRefusal.DrawdownReached(
            money(facts, Standing.belowPeak(facts)),
            money(facts, Standing.openRisk(facts)),
            money(facts, facts.limits().drawdownLimit())));
  }

  static Optional<Refusal> positions(RiskCase facts) {
    int limit = facts.limits().openPositions();
    if (Standing.positions(facts) >= limit) {
      return Optional.of(new LimitRefusal.PositionsFull(limit));
    }
    Symbol symbol = facts.idea().symbol();
    int perSymbol = facts.limits().openPerSymbol();
    if (Standing.positionsIn(facts, symbol) >= perSymbol) {
      return Optional.of(new LimitRefusal.SymbolFull(symbol, perSymbol));
    }
    return Mood.of(facts) instanceof Mood.Careful(var because) && Standing.positions(facts) >= 1
        ? Optional.of(new LimitRefusal.OnePositionOnly(because))
        : Optional.empty();
  }

  static Optional<Refusal> exposure(RiskCase facts) {
    Symbol symbol = facts.idea().symbol();
    for (Currency currency : List.of(symbol.base(), symbol.quote())) {
      if (Budgets.exposure(facts, currency).signum() <= 0) {
        return Optional.of(
            new LimitRefusal.ExposureFull(
                currency,
                money(facts, Standing.net(facts, currency).abs()),
                money(facts, Budgets.exposureLimit(facts))));
      }
    }
    return Optional.empty();
  }

  static Optional<Refusal> margin(RiskCase facts) {
    BigDecimal needed =
        Standing.percentOf(
            facts.snapshot().equity().amount(), facts.limits().minimumFreeMarginPercent());
    return facts.snapshot().freeMargin().amount().compareTo(needed) < 0
        ? Optional.of(
            new LimitRefusal.MarginTooLow(facts.snapshot().freeMargin(), money(facts, needed)))
        : Optional.empty();
  }

  static Optional<Refusal> rate(RiskCase facts) {
    List<Instant> recent = facts.book().recent();
    if (recent.isEmpty()) {
      return Optional.empty();
    }
    Instant next = recent.getFirst().plus(facts.limits().orderEvery());
    if (facts.now().isBefore(next)) {
      return Optional.of(new LimitRefusal.TooFast(next));
    }
    int limit = facts.limits().ordersAnHour();
    if (recent.size() < limit) {
      return Optional.empty();
    }
    Instant again = recent.get(limit - 1).plus(Duration.ofHours(1));
    return facts.now().isBefore(again)
        ? Optional.of(new LimitRefusal.TooManyThisHour(limit, again))
        : Optional.empty();
  }

  private static Money money(RiskCase facts, BigDecimal amount) {
    return new Money(amount, facts.snapshot().balance().currency());
  }
}
