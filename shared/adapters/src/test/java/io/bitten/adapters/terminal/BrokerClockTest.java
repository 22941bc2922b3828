package io.bitten.adapters.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class BrokerClockTest {
  private final BrokerClock clock = new BrokerClock();

  /**
   * Noon in UTC on the days around both changes of summer time, by a clock seven hours before New
   * York.
   */
  @ParameterizedTest
  @CsvSource({"2026-01-14, 2", "2026-03-11, 3", "2026-04-15, 3", "2026-10-28, 3", "2026-11-04, 2"})
  void the_usual_brokers_clock_is_learned_on_either_side_of_each_change(String day, int hours) {
    Instant noon = Instant.parse(day + "T12:00:00Z");
    tick(noon, hours);
    tick(noon.plusSeconds(5), hours);

    assertThat(clock.utc(noon.plus(Duration.ofHours(hours)))).isEqualTo(noon);
  }

  @ParameterizedTest
  @CsvSource({"0", "1", "2", "3", "8"})
  void every_brokers_offset_is_its_own(int hours) {
    Instant noon = Instant.parse("2026-01-14T12:00:00Z");
    tick(noon, hours);
    tick(noon.plusSeconds(1), hours);

    assertThat(clock.utc(noon.plus(Duration.ofHours(hours)))).isEqualTo(noon);
  }

  @Test
  void one_tick_settles_nothing_and_two_that_disagree_neither() {
    Instant noon = Instant.parse("2026-01-14T12:00:00Z");
    tick(noon, 2);
    assertThat(clock.utc(noon)).isEqualTo(noon);
    tick(noon.plusSeconds(1), 3);
    assertThat(clock.utc(noon)).isEqualTo(noon);
  }

  @Test
  void a_feed_that_stands_still_teaches_nothing() {
    Instant stood = Instant.parse("2026-01-14T14:00:00Z");
    for (int second = 0; second < 7_200; second += 5) {
      clock.saw(stood, Instant.parse("2026-01-14T12:00:00Z").plusSeconds(second));
    }
    assertThat(clock.utc(stood)).isEqualTo(stood);
  }

  @Test
  void a_feed_that_is_an_hour_late_is_not_a_clock_behind_ours() {
    Instant noon = Instant.parse("2026-01-14T12:00:00Z");
    for (int second = 0; second < 60; second += 5) {
      clock.saw(noon.minus(Duration.ofHours(1)).plusSeconds(second), noon.plusSeconds(second));
    }
    assertThat(clock.utc(noon)).as("its quotes stay too old to trade on").isEqualTo(noon);
  }

  @Test
  void what_was_learned_holds_for_the_week_and_is_learned_anew_on_sunday() {
    Instant friday = Instant.parse("2026-03-06T12:00:00Z");
    tick(friday, 2);
    tick(friday.plusSeconds(5), 2);
    tick(friday.plusSeconds(10), 3);
    tick(friday.plusSeconds(15), 3);
    assertThat(clock.utc(friday)).isEqualTo(friday.minus(Duration.ofHours(2)));

    Instant saturday = Instant.parse("2026-03-07T12:00:00Z");
    tick(saturday, 3);
    tick(saturday.plusSeconds(5), 3);
    assertThat(clock.utc(saturday)).as("closed").isEqualTo(saturday.minus(Duration.ofHours(2)));

    Instant sunday = Instant.parse("2026-03-08T21:00:05Z");
    tick(sunday, 3);
    tick(sunday.plusSeconds(5), 3);
    assertThat(clock.utc(sunday)).isEqualTo(sunday.minus(Duration.ofHours(3)));
  }

  private void tick(Instant now, int hours) {
    clock.saw(now.plus(Duration.ofHours(hours)).minusMillis(400), now);
  }
}
