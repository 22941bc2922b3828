package io.bitten.core.signal;

import static org.assertj.core.api.Assertions.assertThat;

import io.bitten.core.Some;
import io.bitten.core.market.Bar;
import io.bitten.core.market.Candle;
import io.bitten.core.market.Direction;
import io.bitten.core.market.Price;
import io.bitten.core.market.Timeframe;
import io.bitten.core.signal.PaperTrade.Step;
import java.math.BigDecimal;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** Stop 150 points, target 225 points from the entry; the spread is 10 points. */
class PaperTradeTest {
  private static final Offset<Double> EXACTLY = Offset.offset(1e-9);

  private static Candle candle(int open, int high, int low, int close) {
    return new Candle(
        Some.EURUSD,
        Timeframe.H1,
        Some.NOW,
        bar(open, high, low, close),
        bar(open + 10, high + 10, low + 10, close + 10));
  }

  private static Bar bar(int open, int high, int low, int close) {
    return new Bar(price(open), price(high), price(low), price(close));
  }

  private static Price price(int points) {
    return new Price(BigDecimal.valueOf(100_000 + points, 5));
  }

  private static PaperTrade trade(Direction direction) {
    return new PaperTrade(direction, 0.00100, SomeSignalRules.hourly());
  }

  private static void ends(Step step, boolean won, double r) {
    assertThat(step)
        .isInstanceOfSatisfying(
            Step.Closed.class,
            closed -> {
              assertThat(closed.won()).isEqualTo(won);
              assertThat(closed.r()).isEqualTo(r, EXACTLY);
            });
  }

  @Test
  void a_purchase_pays_the_ask_and_is_stopped_on_the_bid() {
    assertThat(trade(Direction.BUY).take(candle(0, 50, -139, 0))).isEqualTo(new Step.Open());
    ends(trade(Direction.BUY).take(candle(0, 50, -141, 0)), false, -1);
  }

  @Test
  void a_purchase_wins_when_the_bid_reaches_the_target() {
    assertThat(trade(Direction.BUY).take(candle(0, 234, 0, 0))).isEqualTo(new Step.Open());
    ends(trade(Direction.BUY).take(candle(0, 236, 0, 0)), true, 1.5);
  }

  @Test
  void a_sale_pays_the_bid_and_ends_on_the_ask() {
    ends(trade(Direction.SELL).take(candle(0, 141, 0, 0)), false, -1);
    ends(trade(Direction.SELL).take(candle(0, 0, -236, 0)), true, 1.5);
  }

  @Test
  void the_stop_counts_when_a_candle_touches_both() {
    ends(trade(Direction.BUY).take(candle(0, 300, -300, 0)), false, -1);
  }

  @Test
  void a_gap_over_the_stop_costs_what_it_costs() {
    PaperTrade trade = trade(Direction.BUY);
    trade.take(candle(0, 20, -20, 0));

    ends(trade.take(candle(-290, -280, -300, -290)), false, -2);
  }

  @Test
  void after_its_time_the_close_counts() {
    PaperTrade trade = trade(Direction.BUY);
    for (int i = 1; i < SomeSignalRules.hourly().outcomeBars(); i++) {
      assertThat(trade.take(candle(0, 20, -20, 0))).isEqualTo(new Step.Open());
    }

    ends(trade.take(candle(0, 90, -20, 85)), false, 0.5);
  }
}
