package io.bitten.core.risk;

import io.bitten.core.account.Money;
import io.bitten.core.account.UserId;
import java.time.Instant;
import java.util.List;

/**
 * All that the limits of one trader count: read before a decision, saved with it in one
 * transaction.
 *
 * @param reservations every order that is open, on its way or unknown, and every orphan
 * @param peak highest equity seen, for the absolute drawdown limit
 * @param recent times of the last orders, newest first, for the rate limit
 * @param settled ids of the last orders and orphans whose result is counted, so that a repeated
 *     report counts once
 */
public record RiskBook(
    UserId user,
    List<Reservation> reservations,
    RiskDay day,
    Tilt tilt,
    Money peak,
    List<Instant> recent,
    List<String> settled) {
  /** How many times are kept, and so the most orders an hour that a limit can allow. */
  public static final int RECENT_KEPT = 50;

  public RiskBook {
    reservations = List.copyOf(reservations);
    recent = List.copyOf(recent);
    settled = List.copyOf(settled);
  }
}
