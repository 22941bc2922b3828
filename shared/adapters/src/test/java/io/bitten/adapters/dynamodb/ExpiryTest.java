package io.bitten.adapters.dynamodb;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;

final class ExpiryTest {
  private static final Instant RECORDED = Instant.parse("2017-03-01T10:00:00Z");
  private static final Instant WALL = Instant.parse("2026-01-02T10:00:00Z");
  private static final long DAY = Duration.ofDays(1).toSeconds();

  private final Expiry expiry =
      new Expiry(InstantSource.fixed(RECORDED), InstantSource.fixed(WALL));

  @Test
  void what_is_left_in_a_recordings_time_is_kept_as_long_by_the_wall_clock_and_a_day() {
    assertThat(expiry.secondsFor(RECORDED.plusSeconds(30)))
        .isEqualTo(WALL.getEpochSecond() + 30 + DAY);
  }

  @Test
  void what_is_over_already_is_kept_a_day() {
    assertThat(expiry.secondsFor(RECORDED.minusSeconds(500)))
        .isEqualTo(WALL.getEpochSecond() + DAY);
  }

  @Test
  void moments_sort_as_numbers_to_the_nanosecond() {
    assertThat(Item.moment(Instant.parse("2024-01-02T10:00:00.000000007Z")).n())
        .isEqualTo("1704189600.000000007");
  }
}
