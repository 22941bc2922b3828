package io.bitten.local.platform;

import io.bitten.core.market.Timeframe;
import io.bitten.local.market.Generator;
import io.bitten.local.market.MarketPlayer;
import io.bitten.local.market.Recording;
import io.bitten.local.market.RecordingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

/**
 * The market that is played.
 *
 * @param label what every screen says about it
 * @param digest a short text that is another one for another market, for the data folder
 */
public record LocalMarket(MarketPlayer player, String label, String digest) {
  /** Bars that have passed when the play begins: what the signal engine reads. */
  private static final int WARM_UP = 6_100;

  private static final Instant GENERATED_FROM = Instant.parse("2026-01-05T00:00:00Z");
  private static final int GENERATED_BARS = 40_000;
  private static final long SEED = 20_260_105;

  /**
   * {@code generated}, or a CSV file of bars, gzipped or not.
   *
   * @throws IllegalArgumentException when the file is not there or holds too little
   */
  public static LocalMarket of(String choice) {
    return "generated".equals(choice) ? generated() : recorded(Path.of(choice));
  }

  private static LocalMarket generated() {
    List<Recording> pairs =
        Generator.market(new Generator.Stretch(GENERATED_FROM, Timeframe.H1, GENERATED_BARS), SEED);
    return new LocalMarket(new MarketPlayer(pairs, SEED), "generated market", "generated-" + SEED);
  }

  private static LocalMarket recorded(Path file) {
    if (!Files.isRegularFile(file)) {
      throw new IllegalArgumentException("--market: there is no file " + file);
    }
    Recording recording = read(file);
    if (recording.size() <= WARM_UP) {
      throw new IllegalArgumentException(
          "--market: %s has %d bars; the signal engine needs more than %d"
              .formatted(file, recording.size(), WARM_UP));
    }
    String name = file.getFileName().toString();
    return new LocalMarket(
        new MarketPlayer(List.of(recording), SEED),
        "recorded " + recording.symbol() + " market",
        // A colon has no place in a file name on Windows.
        name + "-" + recording.size() + "-" + recording.start().toString().replace(":", ""));
  }

  private static Recording read(Path file) {
    try {
      return Recording.read(file);
    } catch (RecordingException e) {
      throw new IllegalArgumentException("--market: " + e.getMessage(), e);
    }
  }

  Instant start() {
    return player.startAfter(WARM_UP);
  }
}
