package io.bitten.core.risk;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Map;

/**
 * The limits that hold for every tier.
 *
 * @param riskPercent most that one trade may lose, percent of balance
 * @param openPositions positions in all
 * @param openPerSymbol positions in one symbol
 * @param drawdownLimit most that equity may lie below its peak, account currency
 * @param perSession new trades a session
 * @param newsBefore no new trade this long before a high-impact event
 * @param newsAfter nor this long after it
 * @param calendarMaxAge an older calendar warns in manual mode and stops auto mode
 * @param quoteMaxAge no order on an older quote
 * @param tiltWarnAt losses that warn, counted until they are cleared
 * @param tiltLockAt losses that lock
 * @param tiltLock how long they lock
 * @param tiltClearWins wins in a row that clear
 * @param medicAtPercent day's loss from which half risk and one position apply
 * @param exposurePercent most that may be at risk in one currency, percent of balance
 * @param minimumFreeMarginPercent free margin that the last look found, so without what the order
 *     itself takes, percent of equity
 * @param bandPoints how far the price may move from the shown one, points
 * @param orderEvery shortest time between two orders of one trader
 * @param ordersAnHour most orders of one trader in an hour
 * @param confirmFor how long a confirmation card may be answered
 * @param orderLives how long after its confirmation an order may still be sent
 */
public record RiskLimits(
    BigDecimal riskPercent,
    int openPositions,
    int openPerSymbol,
    BigDecimal drawdownLimit,
    Map<Session, Integer> perSession,
    Duration newsBefore,
    Duration newsAfter,
    Duration calendarMaxAge,
    Duration quoteMaxAge,
    int tiltWarnAt,
    int tiltLockAt,
    Duration tiltLock,
    int tiltClearWins,
    BigDecimal medicAtPercent,
    BigDecimal exposurePercent,
    BigDecimal minimumFreeMarginPercent,
    int bandPoints,
    Duration orderEvery,
    int ordersAnHour,
    Duration confirmFor,
    Duration orderLives) {
  public RiskLimits {
    perSession = Map.copyOf(perSession);
  }
}
