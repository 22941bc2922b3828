package io.bitten.local.market;

import io.bitten.local.market.Quality.Flaw;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Which column of a price file holds what, found by the names in its header. Times are UTC. */
final class CsvColumns {
  private static final List<String> TIME =
      List.of("time_utc", "time", "datetime", "date_time", "timestamp", "date");
  private static final List<String> TWO_SIDED =
      List.of(
          "bid_open",
          "bid_high",
          "bid_low",
          "bid_close",
          "ask_open",
          "ask_high",
          "ask_low",
          "ask_close");
  private static final List<String> ONE_SIDED = List.of("open", "high", "low", "close");
  private static final DateTimeFormatter LOCAL =
      new DateTimeFormatterBuilder()
          .appendPattern("[yyyy-MM-dd][yyyy.MM.dd][['T'][ ]HH:mm[:ss]]")
          .parseDefaulting(ChronoField.HOUR_OF_DAY, 0)
          .toFormatter(Locale.ROOT);

  private static final int MAX_FIGURES = 15;
  private static final Pattern EPOCH_SECONDS = Pattern.compile("\\d{9,11}");

  private final String separator;
  private final int fields;
  private final int time;
  private final int[] prices;

  private CsvColumns(String separator, int fields, int time, int[] prices) {
    this.separator = separator;
    this.fields = fields;
    this.time = time;
    this.prices = prices;
  }

  /** What one line turned out to be. */
  sealed interface Line {}

  record Row(Instant time, List<BigDecimal> prices) implements Line {}

  record Broken(Flaw flaw) implements Line {}

  static CsvColumns of(String header, String file) {
    if (header.isBlank()) {
      throw new RecordingException(file + " is empty");
    }
    String separator = header.contains(",") ? "," : header.contains(";") ? ";" : "\t";
    List<String> names =
        Arrays.stream(header.replace("\uFEFF", "").split(separator, -1))
            .map(name -> name.strip().toLowerCase(Locale.ROOT).replaceAll("[<>\"]", ""))
            .toList();
    int time =
        TIME.stream().mapToInt(names::indexOf).filter(index -> index >= 0).findFirst().orElse(-1);
    List<String> wanted = names.containsAll(TWO_SIDED) ? TWO_SIDED : ONE_SIDED;
    if (time < 0 || !names.containsAll(wanted)) {
      throw new RecordingException(
          "%s needs a header with a time and %s, or %s; it has %s"
              .formatted(file, TWO_SIDED, ONE_SIDED, names));
    }
    int[] prices = wanted.stream().mapToInt(names::indexOf).toArray();
    return new CsvColumns(separator, names.size(), time, prices);
  }

  boolean twoSided() {
    return prices.length == TWO_SIDED.size();
  }

  Line parse(String line) {
    String[] values = line.split(separator, -1);
    if (values.length != fields) {
      return new Broken(Flaw.WRONG_FIELD_COUNT);
    }
    Instant moment;
    try {
      moment = moment(values[time].strip());
    } catch (DateTimeException | NumberFormatException e) {
      return new Broken(Flaw.BAD_TIME);
    }
    List<BigDecimal> parsed = new ArrayList<>(prices.length);
    try {
      for (int index : prices) {
        BigDecimal price = new BigDecimal(values[index].strip());
        if (price.precision() > MAX_FIGURES || Math.abs(price.scale()) > MAX_FIGURES) {
          return new Broken(Flaw.NOT_A_NUMBER);
        }
        parsed.add(price);
      }
    } catch (NumberFormatException e) {
      return new Broken(Flaw.NOT_A_NUMBER);
    }
    return checked(moment, parsed);
  }

  private static Line checked(Instant moment, List<BigDecimal> prices) {
    for (int first = 0; first < prices.size(); first += 4) {
      if (!isBar(prices.subList(first, first + 4))) {
        return new Broken(Flaw.NOT_A_BAR);
      }
    }
    for (int i = 0; prices.size() == 8 && i < 4; i++) {
      if (prices.get(i + 4).compareTo(prices.get(i)) < 0) {
        return new Broken(Flaw.ASK_BELOW_BID);
      }
    }
    return new Row(moment, prices);
  }

  private static boolean isBar(List<BigDecimal> bar) {
    BigDecimal high = bar.get(1);
    BigDecimal low = bar.get(2);
    return low.signum() > 0
        && bar.stream().allMatch(price -> price.compareTo(high) <= 0 && price.compareTo(low) >= 0);
  }

  private static Instant moment(String text) {
    if (EPOCH_SECONDS.matcher(text).matches()) {
      return Instant.ofEpochSecond(Long.parseLong(text));
    }
    if (text.endsWith("Z")) {
      return Instant.parse(text);
    }
    return LocalDateTime.parse(text, LOCAL).toInstant(ZoneOffset.UTC);
  }
}
