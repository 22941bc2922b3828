package io.bitten.local.market;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.bitten.core.market.Symbol;
import io.bitten.core.market.Timeframe;
import io.bitten.local.market.Quality.Flaw;
import io.bitten.local.market.Quality.Spread;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecordingTest {
  private static final String HEADER =
      "time_utc,bid_open,bid_high,bid_low,bid_close,ask_open,ask_high,ask_low,ask_close\n";
  private static final String GOOD = "1.1,1.2,1.0,1.15,1.1001,1.2001,1.0001,1.15012\n";

  @TempDir Path folder;

  @Test
  void a_two_sided_file_gives_both_sides_its_pair_and_its_timeframe() {
    Recording recording =
        Recording.read(
            file(
                "eurusd-h1-x.csv",
                HEADER + "2024-01-01T00:00:00Z," + GOOD + "2024-01-01T01:00:00Z," + GOOD));

    assertThat(recording.symbol()).isEqualTo(new Symbol("EURUSD"));
    assertThat(recording.timeframe()).isEqualTo(Timeframe.H1);
    assertThat(recording.digits()).isEqualTo(5);
    assertThat(recording.bars().getFirst())
        .isEqualTo(
            new RecordedBar(
                Instant.parse("2024-01-01T00:00:00Z"),
                new Side(110_000, 120_000, 100_000, 115_000),
                new Side(110_010, 120_010, 100_010, 115_012)));
    assertThat(recording.quality().spread()).isEqualTo(Spread.RECORDED);
    assertThat(recording.end()).isEqualTo(Instant.parse("2024-01-01T02:00:00Z"));
  }

  @Test
  void a_one_sided_file_is_the_bid_and_says_that_the_spread_is_assumed() {
    Recording recording =
        Recording.read(
            file(
                "prices.csv",
                "time,open,high,low,close,tick_volume\n"
                    + "2024-01-01 00:00:00,108.70,108.742,108.697,108.74,516\n"
                    + "2024-01-01 00:05:00,108.70,108.742,108.697,108.74,516\n"),
            new Symbol("USDJPY"));

    assertThat(recording.timeframe()).isEqualTo(Timeframe.M5);
    assertThat(recording.digits()).isEqualTo(3);
    assertThat(recording.quality().spread()).isEqualTo(Spread.ASSUMED);
    assertThat(recording.bars().getFirst().ask())
        .isEqualTo(recording.bars().getFirst().bid().above(RecordingReader.ASSUMED_SPREAD_POINTS));
  }

  @Test
  void each_unusable_row_is_left_out_and_named_by_its_line() {
    Recording recording =
        Recording.read(
            file(
                "eurusd.csv",
                HEADER
                    + ("2024-01-01T00:00:00Z," + GOOD)
                    + "2024-01-01T01:00:00Z,1.1,1.2,1.0,1.15,1.1001,1.1999,1.0001,1.1501\n"
                    + ("2024-01-01T00:00:00Z," + GOOD)
                    + "2024-01-01T02:00:00Z,1.1,abc,1.0,1.15,1.1001,1.2001,1.0001,1.1501\n"
                    + ("yesterday," + GOOD)
                    + "2024-01-01T03:00:00Z,1.1,1.0,1.2,1.15,1.1001,1.2001,1.0001,1.1501\n"
                    + "2024-01-01T04:00:00Z,1.1\n"
                    + "2024-01-01T04:30:00Z,1.1,1e999999,1.0,1.15,1.1001,1.2001,1.0001,1.1501\n"
                    + ("2024-01-01T01:00:00Z," + GOOD)));

    assertThat(recording.size()).isEqualTo(2);
    assertThat(recording.quality().rows()).isEqualTo(9);
    assertThat(recording.quality().examples())
        .extracting(dropped -> dropped.line() + " " + dropped.flaw())
        .containsExactly(
            "3 " + Flaw.ASK_BELOW_BID,
            "4 " + Flaw.TIME_NOT_INCREASING,
            "5 " + Flaw.NOT_A_NUMBER,
            "6 " + Flaw.BAD_TIME,
            "7 " + Flaw.NOT_A_BAR,
            "8 " + Flaw.WRONG_FIELD_COUNT,
            "9 " + Flaw.NOT_A_NUMBER);
    assertThat(recording.quality().summary()).contains("9 rows, 7 left out");
  }

  @Test
  void what_cannot_be_played_is_refused_with_a_sentence() {
    assertThatThrownBy(() -> Recording.read(folder.resolve("eurusd.csv")))
        .isInstanceOf(RecordingException.class)
        .hasMessageContaining("there is no file");
    assertThatThrownBy(() -> Recording.read(file("eurusd.csv", "")))
        .hasMessageContaining("is empty");
    assertThatThrownBy(() -> Recording.read(file("eurusd.csv", "a,b\n1,2\n")))
        .hasMessageContaining("needs a header");
    assertThatThrownBy(() -> Recording.read(file("prices.csv", HEADER)))
        .hasMessageContaining("must begin with its pair");
    assertThatThrownBy(
            () -> Recording.read(file("eurusd.csv", HEADER + "2024-01-01T00:00:00Z," + GOOD)))
        .hasMessageContaining("fewer than two");
    assertThatThrownBy(() -> Recording.read(file("eurusd.csv", HEADER + "x".repeat(2_000))))
        .hasMessageContaining("line 2 is longer");
    assertThatThrownBy(
            () ->
                Recording.read(
                    file(
                        "eurusd.csv",
                        HEADER + "2024-01-01T00:00:00Z," + GOOD + "2024-01-01T00:07:00Z," + GOOD)))
        .hasMessageContaining("420 s apart");
  }

  @Test
  void a_compressed_file_reads_like_a_plain_one() throws IOException {
    String text = HEADER + "2024-01-01T00:00:00Z," + GOOD + "2024-01-01T00:01:00Z," + GOOD;
    Path packed = folder.resolve("eurusd.csv.gz");
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(packed))) {
      out.write(text.getBytes(StandardCharsets.UTF_8));
    }

    assertThat(Recording.read(packed).bars())
        .isEqualTo(Recording.read(file("eurusd.csv", text)).bars());
  }

  @Test
  void the_recorded_files_read_whole() {
    Path data = Path.of("../../shared/data");
    assumeTrue(Files.isDirectory(data), "no recorded prices at " + data.toAbsolutePath());

    Recording hours = Recording.read(data.resolve("eurusd-h1-bidask-oanda-2017-2018.csv.gz"));
    assertThat(hours.size()).isEqualTo(12_323);
    assertThat(hours.timeframe()).isEqualTo(Timeframe.H1);
    assertThat(hours.start()).isEqualTo(Instant.parse("2017-01-02T23:00:00Z"));
    assertThat(hours.quality().droppedRows()).isZero();
    Recording minutes =
        Recording.read(data.resolve("eurusd-m1-bidask-oanda-2014-05-and-2018-04.csv.gz"));
    assertThat(minutes.size()).isEqualTo(18_184);
    assertThat(minutes.timeframe()).isEqualTo(Timeframe.M1);
    Recording yen = Recording.read(data.resolve("usdjpy-h1-mt5-2020-2022.csv.gz"));
    assertThat(yen.size()).isEqualTo(13_538);
    assertThat(yen.digits()).isEqualTo(3);
    assertThat(yen.symbol()).isEqualTo(new Symbol("USDJPY"));
  }

  private Path file(String name, String text) {
    try {
      return Files.writeString(folder.resolve(name), text);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
