package io.bitten.core.risk;

import io.bitten.core.account.Money;
import java.time.LocalDate;
import java.util.Map;

/**
 * One UTC day of a trader.
 *
 * @param opening balance when the book was first looked at on this day
 * @param realised net result of the trades closed on this day
 * @param fires orders placed on this day
 * @param bySession orders placed on this day, by session
 */
public record RiskDay(
    LocalDate date, Money opening, Money realised, int fires, Map<Session, Integer> bySession) {
  public RiskDay {
    bySession = Map.copyOf(bySession);
  }
}
