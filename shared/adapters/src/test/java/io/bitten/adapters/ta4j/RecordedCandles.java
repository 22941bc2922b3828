package io.bitten.adapters.ta4j;

import io.bitten.core.market.Bar;
import io.bitten.core.market.Candle;
import io.bitten.core.market.Price;
import io.bitten.core.market.Symbol;
import io.bitten.core.market.Timeframe;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Assumptions;

/** The recorded EURUSD hours beside the repository, where they are. */
final class RecordedCandles {
  private static final String FILE = "eurusd-h1-bidask-oanda-2017-2018.csv.gz";

  private RecordedCandles() {}

  static List<Candle> hours() throws IOException {
    Path root = Path.of("").toAbsolutePath();
    while (root.getParent() != null && !Files.exists(root.resolve("mvnw"))) {
      root = root.getParent();
    }
    Path file = root.resolve("../shared/data").resolve(FILE);
    Assumptions.assumeTrue(Files.exists(file), "skipped: there is no ../shared/data/" + FILE);
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
      return lines.lines().skip(1).map(RecordedCandles::candle).toList();
    }
  }

  private static Candle candle(String line) {
    String[] cells = line.split(",");
    return new Candle(
        new Symbol("EURUSD"), Timeframe.H1, Instant.parse(cells[0]), bar(cells, 1), bar(cells, 5));
  }

  private static Bar bar(String[] cells, int from) {
    return new Bar(
        Price.of(cells[from]),
        Price.of(cells[from + 1]),
        Price.of(cells[from + 2]),
        Price.of(cells[from + 3]));
  }
}
