package io.bitten.core.chat;

import io.bitten.core.Some;
import io.bitten.core.signal.Odds;
import io.bitten.core.signal.Signal;
import io.bitten.core.signal.SignalClass;
import io.bitten.core.signal.Tcs;

/** Signals of every class. */
final class SomeCards {
  private SomeCards() {}

  static Signal signal(SignalClass signalClass, int tcs) {
    return signal(signalClass, tcs, Some.odds());
  }

  static Signal signal(SignalClass signalClass, int tcs, Odds odds) {
    Signal some = Some.signal();
    return new Signal(
        some.id(),
        some.symbol(),
        some.direction(),
        some.entry(),
        some.stopLoss(),
        some.takeProfit(),
        new Tcs(tcs),
        signalClass,
        odds,
        some.verdicts(),
        some.pattern(),
        some.model(),
        some.timeframe(),
        some.candle(),
        some.digits(),
        some.createdAt(),
        some.expiresAt(),
        some.correlation());
  }
}
