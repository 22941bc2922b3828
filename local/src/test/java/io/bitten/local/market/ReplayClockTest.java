package io.bitten.local.market;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReplayClockTest {
  private static final Instant START = Instant.parse("2017-03-20T10:00:00Z");
  private static final Instant END = START.plus(Duration.ofDays(30));

  @TempDir Path folder;
  private final AtomicLong nanos = new AtomicLong(77);
  private final AtomicBoolean engaged = new AtomicBoolean();

  @Test
  void it_runs_fast_while_idle_and_in_real_time_while_somebody_is_engaged() {
    ReplayClock clock = clock(600);

    assertThat(clock.instant()).isEqualTo(START);
    seconds(2);
    assertThat(clock.instant()).isEqualTo(START.plusSeconds(1_200));
    engaged.set(true);
    assertThat(clock.instant()).isEqualTo(START.plusSeconds(1_200));
    seconds(3);
    assertThat(clock.instant()).isEqualTo(START.plusSeconds(1_203));
    assertThat(clock.position().sentence()).contains("1x");
  }

  @Test
  void it_never_goes_back_over_a_crash_or_a_clean_end() {
    ReplayClock crashed = clock(600);
    seconds(3);
    Instant told = crashed.instant();

    ReplayClock restarted = clock(600);
    Instant continued = restarted.instant();
    assertThat(continued).isAfterOrEqualTo(told).isBefore(told.plusSeconds(600 * 3));
    seconds(1);
    Instant last = restarted.instant();
    restarted.close();
    assertThat(clock(600).instant()).isEqualTo(last);
  }

  @Test
  void it_stands_still_at_the_end_and_says_so() {
    ReplayClock clock = clock(0);

    clock.advance(Duration.ofDays(29));
    assertThat(clock.ended()).isFalse();
    clock.advance(Duration.ofDays(29));
    assertThat(clock.instant()).isEqualTo(END);
    assertThat(clock.ended()).isTrue();
    assertThat(clock.position().sentence()).contains("recording ended");
    assertThatThrownBy(() -> clock.advance(Duration.ofSeconds(-1))).hasMessageContaining("back");
  }

  @Test
  void a_machine_that_slept_does_not_skip_the_market() {
    ReplayClock clock = clock(1);
    seconds(3_600);

    assertThat(clock.instant()).isEqualTo(START.plus(ReplayClock.LONGEST_STEP));
    nanos.addAndGet(-1_000_000_000L);
    assertThat(clock.instant()).isEqualTo(START.plus(ReplayClock.LONGEST_STEP));
  }

  @Test
  void a_position_that_cannot_be_read_is_not_guessed() throws IOException {
    Files.writeString(folder.resolve("clock"), "soon");

    assertThatThrownBy(() -> clock(1)).hasMessageContaining("does not hold an instant");
  }

  @Test
  void an_engagement_lasts_while_it_is_held_or_freshly_touched() {
    Engagement engagement = new Engagement(nanos::get, Duration.ofMinutes(1));

    assertThat(engagement.engaged()).isFalse();
    engagement.hold("signal 1");
    engagement.hold("signal 1");
    assertThat(engagement.engaged()).isTrue();
    engagement.release("signal 1");
    assertThat(engagement.engaged()).isFalse();
    engagement.touch();
    seconds(59);
    assertThat(engagement.engaged()).isTrue();
    seconds(1);
    assertThat(engagement.engaged()).isFalse();
  }

  private void seconds(long count) {
    nanos.addAndGet(count * 1_000_000_000L);
  }

  private ReplayClock clock(double speed) {
    return new ReplayClock(
        new ReplayClock.Settings(START, END, speed, folder.resolve("clock")),
        engaged::get,
        nanos::get);
  }
}
