package io.bitten.core.risk;

import io.bitten.core.account.AccountMode;
import io.bitten.core.signal.SignalClass;
import io.bitten.core.signal.Tcs;
import java.math.BigDecimal;
import java.util.Set;

/**
 * What one tier allows.
 *
 * @param priceUsd a month's price
 * @param accounts account modes it may trade on
 * @param shown classes it sees
 * @param fireable classes it may fire
 * @param minimumTcs lowest TCS it may fire
 * @param firesADay orders placed a UTC day
 * @param openPositions positions open, on their way or unknown
 * @param dailyLossPercent cap on the day's loss, percent of the day's opening balance
 */
public record TierRules(
    BigDecimal priceUsd,
    Set<AccountMode> accounts,
    Set<SignalClass> shown,
    Set<SignalClass> fireable,
    Tcs minimumTcs,
    int firesADay,
    int openPositions,
    BigDecimal dailyLossPercent) {
  public TierRules {
    accounts = Set.copyOf(accounts);
    shown = Set.copyOf(shown);
    fireable = Set.copyOf(fireable);
  }

  /** Whether a signal of this class and rank may be fired. */
  public boolean mayFire(SignalClass signalClass, Tcs tcs) {
    return fireable.contains(signalClass) && tcs.compareTo(minimumTcs) >= 0;
  }
}
