package io.bitten.local.market;

import io.bitten.core.market.Symbol;
import io.bitten.core.market.Timeframe;
import io.bitten.local.market.Quality.Dropped;
import io.bitten.local.market.Quality.Flaw;
import io.bitten.local.market.Quality.Spread;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Currency;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;

/** Reads one file of prices and leaves out, by line number, what could not have been a price. */
final class RecordingReader {
  /** The spread put on files that have one side only, in points. */
  static final long ASSUMED_SPREAD_POINTS = 12;

  static final int MAX_ROWS = 3_000_000;
  static final int MAX_LINE = 1_000;
  private static final int MAX_DIGITS = 6;
  private static final Pattern PAIR = Pattern.compile("^([A-Z]{3})([A-Z]{3})(?![A-Z]).*");

  private final Path file;
  private final Symbol symbol;
  private final List<CsvColumns.Row> rows = new ArrayList<>();
  private final Map<Flaw, Integer> dropped = new EnumMap<>(Flaw.class);
  private final List<Dropped> examples = new ArrayList<>();
  private int read;

  RecordingReader(Path file, Symbol symbol) {
    this.file = file;
    this.symbol = symbol;
  }

  static Symbol symbolIn(Path file) {
    Matcher matcher = PAIR.matcher(file.getFileName().toString().toUpperCase(Locale.ROOT));
    if (!matcher.matches() || !isCurrency(matcher.group(1)) || !isCurrency(matcher.group(2))) {
      throw new RecordingException(
          "the name of %s must begin with its pair, as eurusd-h1.csv does"
              .formatted(file.getFileName()));
    }
    return new Symbol(matcher.group(1) + matcher.group(2));
  }

  private static boolean isCurrency(String code) {
    return Currency.getAvailableCurrencies().stream()
        .anyMatch(currency -> currency.getCurrencyCode().equals(code));
  }

  Recording read() {
    CsvColumns columns;
    try (Reader reader = open()) {
      BoundedLines lines = new BoundedLines(reader, MAX_LINE);
      columns = CsvColumns.of(lines.next().orElse(""), name());
      for (Optional<String> line = lines.next(); line.isPresent(); line = lines.next()) {
        if (!line.get().isBlank()) {
          take(columns, line.get(), lines.number());
        }
      }
    } catch (NoSuchFileException e) {
      throw new RecordingException("there is no file " + file, e);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + file, e);
    }
    int digits = digits();
    List<RecordedBar> bars = bars(digits);
    Spread spread = columns.twoSided() ? Spread.RECORDED : Spread.ASSUMED;
    Quality quality = new Quality(name(), spread, read, dropped, examples);
    return new Recording(symbol, timeframe(bars), digits, bars, quality);
  }

  private Reader open() throws IOException {
    InputStream bytes = Files.newInputStream(file);
    try {
      InputStream text = name().endsWith(".gz") ? new GZIPInputStream(bytes, 1 << 16) : bytes;
      return new InputStreamReader(text, StandardCharsets.UTF_8);
    } catch (IOException e) {
      bytes.close();
      throw e;
    }
  }

  private void take(CsvColumns columns, String line, int number) {
    if (++read > MAX_ROWS) {
      throw new RecordingException(
          "%s has more than %d rows; split it".formatted(name(), MAX_ROWS));
    }
    switch (columns.parse(line)) {
      case CsvColumns.Row row when !rows.isEmpty() && !row.time().isAfter(rows.getLast().time()) ->
          drop(number, Flaw.TIME_NOT_INCREASING, line);
      case CsvColumns.Row row -> rows.add(row);
      case CsvColumns.Broken(Flaw flaw) -> drop(number, flaw, line);
    }
  }

  private void drop(int line, Flaw flaw, String text) {
    dropped.merge(flaw, 1, Integer::sum);
    if (examples.size() < Quality.MAX_EXAMPLES) {
      examples.add(new Dropped(line, flaw, text));
    }
  }

  private int digits() {
    int digits = 2;
    for (CsvColumns.Row row : rows) {
      for (BigDecimal price : row.prices()) {
        digits = Math.max(digits, price.scale());
      }
    }
    return Math.min(digits, MAX_DIGITS);
  }

  private List<RecordedBar> bars(int digits) {
    List<RecordedBar> bars = new ArrayList<>(rows.size());
    for (CsvColumns.Row row : rows) {
      Side bid = side(row.prices().subList(0, 4), digits);
      Side ask =
          row.prices().size() == 8
              ? side(row.prices().subList(4, 8), digits)
              : bid.above(ASSUMED_SPREAD_POINTS);
      bars.add(new RecordedBar(row.time(), bid, ask));
    }
    return bars;
  }

  private static Side side(List<BigDecimal> prices, int digits) {
    long[] points = new long[4];
    for (int i = 0; i < 4; i++) {
      points[i] =
          prices
              .get(i)
              .setScale(digits, RoundingMode.HALF_EVEN)
              .movePointRight(digits)
              .longValueExact();
    }
    return new Side(points[0], points[1], points[2], points[3]);
  }

  /** The most frequent distance between neighbours decides; gaps are rarer than bars. */
  private Timeframe timeframe(List<RecordedBar> bars) {
    Map<Long, Integer> counts = new HashMap<>();
    Instant before = Instant.MIN;
    for (RecordedBar bar : bars) {
      if (before.isAfter(Instant.MIN)) {
        counts.merge(bar.opened().getEpochSecond() - before.getEpochSecond(), 1, Integer::sum);
      }
      before = bar.opened();
    }
    long seconds =
        counts.entrySet().stream()
            .max(Map.Entry.comparingByValue())
            .orElseThrow(() -> new RecordingException(name() + " holds fewer than two usable rows"))
            .getKey();
    for (Timeframe timeframe : Timeframe.values()) {
      if (timeframe.length().toSeconds() == seconds) {
        return timeframe;
      }
    }
    throw new RecordingException(
        "rows of %s are %d s apart, which is none of the known timeframes"
            .formatted(name(), seconds));
  }

  private String name() {
    return file.getFileName().toString();
  }
}
