package io.bitten.core.chat;

import io.bitten.core.market.TradingWeek;
import java.time.Instant;

/** Over the weekend nothing opens and nothing closes, which is said where somebody waits for it. */
final class ShutMarket {
  private ShutMarket() {}

  /** Until when, with the day; empty while the week is open. Of holidays it knows nothing. */
  static Html note(Instant now) {
    return TradingWeek.isOpen(now)
        ? Html.empty()
        : Html.of("The forex market is shut until ", Shows.day(TradingWeek.nextOpen(now)), ".");
  }
}
