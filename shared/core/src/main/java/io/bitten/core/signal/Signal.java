package io.bitten.core.signal;

import io.bitten.core.CorrelationId;
import io.bitten.core.market.Direction;
import io.bitten.core.market.Price;
import io.bitten.core.market.Symbol;
import io.bitten.core.market.Timeframe;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.List;

/**
 * One scored trade idea, as it stands in the ledger.
 *
 * @param candle open time of the closed candle it was made from
 * @param digits decimals of its prices
 * @param pattern a few words a person reads, for example "Bullish trend pullback"
 * @param model the id of the rules and settings that made it
 */
public record Signal(
    SignalId id,
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
    int digits,
    Instant createdAt,
    Instant expiresAt,
    CorrelationId correlation) {

  public Signal {
    verdicts = List.copyOf(verdicts);
    if (!expiresAt.isAfter(createdAt)) {
      throw new IllegalArgumentException("a signal must expire after it was made: " + id);
    }
    boolean ordered =
        switch (direction) {
          case BUY -> stopLoss.below(entry) && takeProfit.above(entry);
          case SELL -> stopLoss.above(entry) && takeProfit.below(entry);
        };
    if (!ordered) {
      throw new IllegalArgumentException(
          "levels are on the wrong side: %s entry %s stop %s target %s"
              .formatted(direction, entry, stopLoss, takeProfit));
    }
  }

  /** Reward over risk, two decimals. */
  public BigDecimal rewardToRisk() {
    return takeProfit.distanceTo(entry).divide(stopLoss.distanceTo(entry), 2, RoundingMode.HALF_UP);
  }

  /** What this signal was made from; there is at most one signal of it. */
  public SetupKey setup() {
    return new SetupKey(symbol, timeframe, candle);
  }

  public boolean liveAt(Instant now) {
    return now.isBefore(expiresAt);
  }
}
