package io.bitten.core.risk;

import static org.assertj.core.api.Assertions.assertThat;

import io.bitten.core.Some;
import io.bitten.core.SomeRules;
import io.bitten.core.market.Price;
import io.bitten.core.order.Exit;
import io.bitten.core.order.ExitReason;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

final class TiltRulesTest {
  private static final Instant HOUR_LATER = Some.NOW.plusSeconds(3600);

  @Test
  void the_fourth_loss_in_a_row_locks_for_an_hour_and_each_further_one_again() {
    assertThat(after("-1", "-1", "-1")).isEqualTo(new Tilt(3, 0, Instant.EPOCH));
    assertThat(after("-1", "-1", "-1", "-1")).isEqualTo(new Tilt(4, 0, HOUR_LATER));
    assertThat(TiltRules.after(new Tilt(4, 0, Some.NOW), exit("-1"), SomeRules.limits()))
        .isEqualTo(new Tilt(5, 0, HOUR_LATER));
  }

  @Test
  void a_loss_that_is_told_late_shortens_no_lock() {
    Tilt locked = after("-1", "-1", "-1", "-1");
    Exit.Booked earlier =
        new Exit.Booked(
            Price.of("1.1"), Some.usd("-1"), ExitReason.STOP_LOSS, Some.NOW.minusSeconds(1800));
    assertThat(TiltRules.after(locked, earlier, SomeRules.limits()))
        .isEqualTo(new Tilt(5, 0, HOUR_LATER));
  }

  @Test
  void two_wins_in_a_row_clear_it_and_one_does_not() {
    assertThat(after("-1", "-1", "1")).isEqualTo(new Tilt(2, 1, Instant.EPOCH));
    assertThat(after("-1", "-1", "1", "1")).isEqualTo(Tilt.calm());
    assertThat(after("-1", "1", "-1", "1")).isEqualTo(new Tilt(2, 1, Instant.EPOCH));
  }

  @Test
  void a_lock_stays_after_one_win() {
    assertThat(TiltRules.after(new Tilt(4, 0, HOUR_LATER), exit("1"), SomeRules.limits()))
        .isEqualTo(new Tilt(4, 1, HOUR_LATER));
  }

  @Test
  void a_trade_that_ended_even_changes_nothing() {
    Tilt tilt = new Tilt(2, 1, Some.NOW);
    assertThat(TiltRules.after(tilt, exit("0.00"), SomeRules.limits())).isEqualTo(tilt);
  }

  private static Tilt after(String... results) {
    Tilt tilt = Tilt.calm();
    for (String net : List.of(results)) {
      tilt = TiltRules.after(tilt, exit(net), SomeRules.limits());
    }
    return tilt;
  }

  private static Exit.Booked exit(String net) {
    return new Exit.Booked(Price.of("1.1"), Some.usd(net), ExitReason.STOP_LOSS, Some.NOW);
  }
}
