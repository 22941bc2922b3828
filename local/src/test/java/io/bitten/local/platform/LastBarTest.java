package io.bitten.local.platform;

import static org.assertj.core.api.Assertions.assertThat;

import io.bitten.local.market.ReplayClock;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LastBarTest {
  private static final Instant START = Instant.parse("2026-01-05T00:00:00Z");

  @TempDir Path folder;
  private final List<String> lines = new ArrayList<>();

  @Test
  void the_end_of_a_recording_is_said_once_with_what_to_do() {
    ReplayClock clock =
        new ReplayClock(
            new ReplayClock.Settings(START, START.plusSeconds(60), 0, folder.resolve("clock")),
            () -> false,
            () -> 0);
    LastBar lastBar = new LastBar(new PlatformClock.Replayed(clock), lines::add);

    lastBar.look();
    assertThat(lines).isEmpty();

    clock.advance(Duration.ofHours(1));
    lastBar.look();
    lastBar.look();
    assertThat(lines)
        .singleElement()
        .asString()
        .startsWith("market: the recording ended at 2026-01-05T00:01:00Z")
        .contains("--data DIR", "--market");
  }
}
