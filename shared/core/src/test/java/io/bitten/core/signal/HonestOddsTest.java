package io.bitten.core.signal;

import static org.assertj.core.api.Assertions.assertThat;

import io.bitten.core.Some;
import io.bitten.core.market.Bar;
import io.bitten.core.market.Candle;
import io.bitten.core.market.Direction;
import io.bitten.core.market.Price;
import io.bitten.core.market.Timeframe;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What is measured must be what is there: an edge when there is one, none when there is none. */
class HonestOddsTest {
  private static final SignalRulebook RULES = SomeSignalRules.quick();

  @Test
  void known_odds_come_back_inside_their_interval() {
    int inside = 0;
    for (long seed = 0; seed < 200; seed++) {
      Odds.Measured odds = (Odds.Measured) record(new Random(seed), 0.39, 1_000).odds();
      boolean holds =
          odds.lowPercent().doubleValue() <= 39 && odds.highPercent().doubleValue() >= 39;
      inside += holds ? 1 : 0;
    }

    assertThat(inside).isBetween(184, 198);
  }

  @Test
  void fewer_outcomes_than_the_minimum_give_no_number() {
    assertThat(record(new Random(1), 0.4, 29).odds()).isEqualTo(new Odds.NotEnough(29));
    assertThat(record(new Random(1), 0.4, 30).odds()).isInstanceOf(Odds.Measured.class);
  }

  @Test
  void break_even_is_where_the_expected_result_is_nothing() {
    Odds.Measured odds = (Odds.Measured) record(new Random(3), 0.4, 2_000).odds();

    assertThat(odds.breakEvenPercent()).isEqualByComparingTo("40.0");
    assertThat(odds.expectedR().signum())
        .isEqualTo(Integer.signum(odds.wins() * 10 - odds.n() * 4));
  }

  @Test
  void a_market_without_memory_shows_no_skill_in_any_class() {
    Tally tally = new Tally();
    for (long seed = 100; seed < 120; seed++) {
      tally.add(Backtest.run(Walk.of(seed, 6_000, 0), new PlainIndicators(), RULES));
    }

    for (SignalClass each : SignalClass.values()) {
      Wilson interval = tally.interval(each);
      assertThat(interval.low()).as("%s %s", each, interval).isLessThan(0.40);
      assertThat(interval.high()).as("%s %s", each, interval).isGreaterThan(0.36);
    }
  }

  @Test
  void one_candle_of_the_future_would_look_like_skill() {
    Tally tally = new Tally();
    for (long seed = 100; seed < 104; seed++) {
      tally.add(Backtest.run(Walk.of(seed, 6_000, 0), LookAheadTest.PEEKING, RULES));
    }

    assertThat(tally.interval(SignalClass.SNIPER).low()).isGreaterThan(0.45);
  }

  @Test
  void outcomes_dealt_out_anew_leave_no_skill_of_the_rank() {
    List<Candle> candles = new ArrayList<>(Walk.of(5, 20_000, 0));
    List<Reading> readings = new ArrayList<>(LookAheadTest.PEEKING.read(candles));
    Collections.shuffle(readings, new Random(6));

    Backtest shuffled = Backtest.run(candles, all -> readings, RULES);

    for (SignalClass each : SignalClass.values()) {
      Odds.Measured odds = (Odds.Measured) shuffled.byClass().get(each).odds();
      assertThat(odds.lowPercent()).as("%s %s", each, odds).isLessThan(new BigDecimal("40"));
    }
  }

  private static final class Tally {
    private final int[] n = new int[SignalClass.values().length];
    private final int[] wins = new int[SignalClass.values().length];

    void add(Backtest result) {
      result
          .byClass()
          .forEach(
              (its, row) -> {
                if (row.odds() instanceof Odds.Measured odds) {
                  n[its.ordinal()] += odds.n();
                  wins[its.ordinal()] += odds.wins();
                }
              });
    }

    Wilson interval(SignalClass its) {
      return Wilson.of(wins[its.ordinal()], n[its.ordinal()]);
    }
  }

  /** Trades that each win with the given chance in the next candle, or lose in it. */
  private static TrackRecord record(Random random, double chance, int trades) {
    TrackRecord record = new TrackRecord(RULES);
    for (int i = 0; i < trades; i++) {
      Candle before = candle(0, 0);
      Lean lean = new Lean(Direction.BUY, 0.5, 0.1, 55);
      record.follow(new Setup(before, lean, new Regime.Mood(1, 30, 50), 0.5, 0.00100));
      record.take(random.nextDouble() < chance ? candle(300, 0) : candle(0, -300));
    }
    return record;
  }

  private static Candle candle(int high, int low) {
    Bar bar = new Bar(price(0), price(high), price(low), price(0));
    return new Candle(Some.EURUSD, Timeframe.H1, Some.NOW, bar, bar);
  }

  private static Price price(int points) {
    return new Price(BigDecimal.valueOf(100_000 + points, 5));
  }
}
