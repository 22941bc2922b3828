package io.bitten.local.mt5;

import static org.assertj.core.api.Assertions.assertThat;

import io.bitten.core.market.Direction;
import io.bitten.local.market.MarketPlayer;
import io.bitten.local.market.Recording;
import io.bitten.local.market.SomeMarket;
import io.bitten.local.mt5.Deal.Reason;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StopOrdersTest {
  private static final Duration HOUR = Duration.ofHours(1);

  @TempDir Path folder;

  @Test
  void a_stop_touched_between_two_looks_is_executed_at_the_stop_and_at_its_time() {
    Desk desk =
        Desk.playing(
            folder,
            SomeMarket.bars(
                new long[] {110_000, 110_000, 110_000, 110_000},
                new long[] {110_000, 110_020, 109_500, 110_010},
                new long[] {110_010, 110_030, 110_000, 110_020}));
    long ticket = desk.buy("1.00", "1.09700", "0").position();
    desk.pass(HOUR.multipliedBy(2));

    assertThat(desk.terminal.positions()).isEmpty();
    Deal exit = desk.terminal.deals().getLast();
    assertThat(exit.position()).isEqualTo(ticket);
    assertThat(exit.reason()).isEqualTo(Reason.SL);
    assertThat(exit.price()).isEqualByComparingTo("1.09700");
    assertThat(exit.direction()).isEqualTo(Direction.SELL);
    assertThat(exit.profit()).isEqualByComparingTo("-310.00");
    assertThat(exit.comment()).isEqualTo("[sl 1.09700]");
    assertThat(exit.time())
        .isAfter(SomeMarket.MONDAY.plus(HOUR))
        .isBefore(SomeMarket.MONDAY.plus(HOUR.multipliedBy(2)));
  }

  @Test
  void behind_a_gap_a_stop_fills_at_the_first_price_and_so_does_a_profit() {
    Recording gap =
        SomeMarket.bars(
            new long[] {110_000, 110_010, 109_990, 110_000},
            new long[] {109_000, 109_010, 108_990, 109_000});
    Desk desk = Desk.playing(folder, gap);
    desk.buy("1.00", "1.09700", "0");
    desk.sell("1.00", "0", "1.09500");
    desk.pass(HOUR);

    List<Deal> exits = desk.terminal.deals().subList(2, 4);
    assertThat(exits).extracting(Deal::reason).containsExactly(Reason.SL, Reason.TP);
    assertThat(exits.get(0).price()).isEqualByComparingTo("1.09000");
    assertThat(exits.get(1).price()).isEqualByComparingTo("1.09010");
  }

  @Test
  void a_sell_is_stopped_by_the_ask() {
    Recording spike =
        SomeMarket.bars(
            new long[] {110_000, 110_000, 110_000, 110_000},
            new long[] {110_000, 110_495, 110_000, 110_000});
    Desk desk = Desk.playing(folder, spike);
    desk.sell("0.10", "1.10500", "0");
    desk.pass(HOUR.multipliedBy(2));

    assertThat(desk.terminal.deals().getLast().reason()).isEqualTo(Reason.SL);
    assertThat(desk.terminal.deals().getLast().price()).isEqualByComparingTo("1.10500");
  }

  @Test
  void when_one_bar_touches_both_the_path_decides_and_always_the_same_way() {
    int stopped = 0;
    for (long seed = 0; seed < 40; seed++) {
      Reason reason = bothTouched(seed);
      assertThat(bothTouched(seed)).as("seed %d", seed).isEqualTo(reason);
      stopped += reason == Reason.SL ? 1 : 0;
    }
    assertThat(stopped).isBetween(8, 32);
  }

  private Reason bothTouched(long seed) {
    Recording wide =
        SomeMarket.bars(
            new long[] {110_000, 110_000, 110_000, 110_000},
            new long[] {110_000, 110_500, 109_500, 110_000});
    Desk desk =
        new Desk(
            folder.resolve(seed + "-" + System.nanoTime()), new MarketPlayer(List.of(wide), seed));
    desk.buy("0.10", "1.09600", "1.10400");
    desk.pass(HOUR.multipliedBy(2));
    assertThat(desk.terminal.deals()).hasSize(2);
    return desk.terminal.deals().getLast().reason();
  }

  @Test
  void looking_often_or_once_tells_the_same_story() {
    for (long seed = 1; seed <= 8; seed++) {
      Desk often = new Desk(folder.resolve("often" + seed), SomeMarket.player(seed));
      Desk once = new Desk(folder.resolve("once" + seed), SomeMarket.player(seed));
      for (Desk desk : List.of(often, once)) {
        BigDecimal bid =
            desk.terminal.market().quote(SomeMarket.EURUSD, desk.now()).orElseThrow().bid().value();
        BigDecimal away = new BigDecimal("0.00150");
        desk.buy("0.10", bid.subtract(away).toString(), bid.add(away).toString());
        desk.sell("0.10", bid.add(away).toString(), bid.subtract(away).toString());
      }
      for (int minute = 0; minute < 48 * 60; minute += 3) {
        often.pass(Duration.ofMinutes(3));
        often.terminal.positions();
      }
      once.pass(HOUR.multipliedBy(48));
      assertThat(once.terminal.deals()).as("seed %d", seed).isEqualTo(often.terminal.deals());
      assertThat(once.terminal.deals()).hasSize(4);
    }
  }

  @Test
  void a_stop_touched_while_the_simulator_was_down_is_executed_on_the_next_look() {
    Recording dip =
        SomeMarket.bars(
            new long[] {110_000, 110_000, 110_000, 110_000},
            new long[] {110_000, 110_000, 109_500, 110_000});
    Desk.playing(folder, dip).buy("0.10", "1.09700", "0");
    Desk after = Desk.playing(folder, dip);
    after.pass(HOUR.multipliedBy(2));

    assertThat(after.terminal.deals().getLast().reason()).isEqualTo(Reason.SL);
  }
}
