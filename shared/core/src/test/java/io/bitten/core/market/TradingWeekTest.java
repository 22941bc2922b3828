package io.bitten.core.market;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class TradingWeekTest {
  @Test
  void the_week_turns_at_five_in_new_york_in_winter_and_summer() {
    assertThat(TradingWeek.isOpen(Instant.parse("2024-01-05T21:59:59Z"))).isTrue();
    assertThat(TradingWeek.isOpen(Instant.parse("2024-01-05T22:00:00Z"))).isFalse();
    assertThat(TradingWeek.isOpen(Instant.parse("2024-07-05T20:59:59Z"))).isTrue();
    assertThat(TradingWeek.isOpen(Instant.parse("2024-07-05T21:00:00Z"))).isFalse();
    assertThat(TradingWeek.isOpen(Instant.parse("2024-01-07T21:59:59Z"))).isFalse();
    assertThat(TradingWeek.isOpen(Instant.parse("2024-01-07T22:00:00Z"))).isTrue();
  }

  @Test
  void saturday_is_closed_and_wednesday_night_open() {
    assertThat(TradingWeek.isOpen(Instant.parse("2024-01-06T12:00:00Z"))).isFalse();
    assertThat(TradingWeek.isOpen(Instant.parse("2024-01-03T23:30:00Z"))).isTrue();
  }
}
