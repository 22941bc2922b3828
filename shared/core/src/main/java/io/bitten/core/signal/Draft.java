package io.bitten.core.signal;

import io.bitten.core.CorrelationId;
import io.bitten.core.market.Direction;
import io.bitten.core.market.Price;
import io.bitten.core.market.Symbol;
import io.bitten.core.market.Timeframe;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** A signal that has no number and no birthday yet; the fields are those of {@link Signal}. */
public record Draft(
    Symbol symbol,
    Direction direction,
    Price entry,
    Price stopLoss,
    Price takeProfit,
    Tcs tcs,
    SignalClass signalClass,
    Odds odds,
    List<Verdict> verdicts,
    String pattern,
    String model,
    Timeframe timeframe,
    Instant candle,
    int digits) {
  public Draft {
    verdicts = List.copyOf(verdicts);
  }

  /** The candle it was made from. */
  public SetupKey setup() {
    return new SetupKey(symbol, timeframe, candle);
  }

  /** The signal with its id, made at the given time; its id is also what it is followed by. */
  public Signal made(SignalId id, Instant at, Duration lifetime) {
    return new Signal(
        id,
        symbol,
        direction,
        entry,
        stopLoss,
        takeProfit,
        tcs,
        signalClass,
        odds,
        verdicts,
        pattern,
        model,
        timeframe,
        candle,
        digits,
        at,
        at.plus(lifetime),
        new CorrelationId(id.value()));
  }
}
