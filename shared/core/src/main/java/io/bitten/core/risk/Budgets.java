package io.bitten.core.risk;

import io.bitten.core.market.Currency;
import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.Map;

/** How much a new trade may lose, by each limit. Zero or less: nothing. */
final class Budgets {
  private static final BigDecimal TWO = BigDecimal.valueOf(2);

  private Budgets() {}

  /** Every limit's budget; the smallest decides. */
  static Map<Budget, BigDecimal> all(RiskCase facts) {
    Map<Budget, BigDecimal> budgets = new EnumMap<>(Budget.class);
    BigDecimal whole = Standing.percentOf(Standing.capital(facts), facts.limits().riskPercent());
    switch (Mood.of(facts)) {
      case Mood.Normal normal -> budgets.put(Budget.RISK_PER_TRADE, whole);
      case Mood.Careful careful -> budgets.put(Budget.HALF_RISK, whole.divide(TWO));
    }
    budgets.put(Budget.DAILY_LOSS, dailyLoss(facts));
    budgets.put(Budget.DRAWDOWN, drawdown(facts));
    budgets.put(
        Budget.EXPOSURE,
        exposure(facts, facts.idea().symbol().base())
            .min(exposure(facts, facts.idea().symbol().quote())));
    return budgets;
  }

  static BigDecimal dailyCap(RiskCase facts) {
    return Standing.percentOf(
        facts.book().day().opening().amount(), facts.tier().dailyLossPercent());
  }

  static BigDecimal dailyLoss(RiskCase facts) {
    return dailyCap(facts)
        .subtract(Standing.lostToday(facts).amount().amount())
        .subtract(Standing.openRisk(facts));
  }

  static BigDecimal drawdown(RiskCase facts) {
    return facts
        .limits()
        .drawdownLimit()
        .subtract(Standing.belowPeak(facts))
        .subtract(Standing.openRisk(facts));
  }

  static BigDecimal exposureLimit(RiskCase facts) {
    return Standing.percentOf(Standing.capital(facts), facts.limits().exposurePercent());
  }

  /** What may be added on this currency before its net risk reaches the limit. */
  static BigDecimal exposure(RiskCase facts, Currency currency) {
    BigDecimal one =
        Standing.leg(facts.idea().symbol(), facts.idea().direction(), currency, BigDecimal.ONE);
    return exposureLimit(facts).subtract(Standing.net(facts, currency).multiply(one));
  }
}
