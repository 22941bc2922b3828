package io.bitten.local.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalMarketTest {
  private static final Instant FROM = Instant.parse("2024-01-01T00:00:00Z");

  @TempDir Path folder;

  @Test
  void a_recorded_markets_digest_is_a_file_name_everywhere_and_tells_it_apart() throws IOException {
    String one = LocalMarket.of(recorded(FROM).toString()).digest();
    String later = LocalMarket.of(recorded(FROM.plus(Duration.ofDays(1))).toString()).digest();

    assertThat(one).matches("[A-Za-z0-9._-]+").isNotEqualTo(later);
  }

  private Path recorded(Instant from) throws IOException {
    String bars =
        IntStream.range(0, 6_200)
            .mapToObj(
                hour ->
                    from.plus(Duration.ofHours(hour))
                        + ",1.1,1.2,1.0,1.15,1.1001,1.2001,1.0001,1.15012")
            .collect(Collectors.joining("\n"));
    return Files.writeString(
        folder.resolve("eurusd-h1.csv"),
        "time_utc,bid_open,bid_high,bid_low,bid_close,ask_open,ask_high,ask_low,ask_close\n"
            + bars);
  }
}
