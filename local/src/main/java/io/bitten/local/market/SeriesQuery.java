package io.bitten.local.market;

import io.bitten.core.market.Candle;
import io.bitten.core.market.Symbol;
import io.bitten.core.market.Timeframe;
import io.bitten.local.loopback.Call;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What {@code /timeseries} was asked for: one pair, a stretch with its ends, a candle length. The
 * ranges are the vendor's: a year of days, a month of hours, two days of minutes.
 */
record SeriesQuery(Symbol symbol, Timeframe timeframe, Instant start, Instant end) {
  static final int MAX_LIST = 64;

  private static final DateTimeFormatter MINUTE =
      DateTimeFormatter.ofPattern("yyyy-MM-dd-HH:mm", Locale.ROOT);

  static SeriesQuery of(Call call) {
    String interval = call.parameter("interval").orElse("daily");
    String period = call.parameter("period").orElse("1");
    Timeframe timeframe =
        switch (interval + " " + period) {
          case "daily 1", "hourly 24" -> Timeframe.D1;
          case "hourly 4" -> Timeframe.H4;
          case "hourly 1" -> Timeframe.H1;
          case "minute 15" -> Timeframe.M15;
          case "minute 5" -> Timeframe.M5;
          case "minute 1" -> Timeframe.M1;
          default ->
              throw new BadParameter(
                  "interval and period cannot be %s %s".formatted(interval, period));
        };
    if (!call.parameter("format").orElse("records").equals("records")) {
      throw new BadParameter("format can be records only");
    }
    SeriesQuery query =
        new SeriesQuery(
            requiredSymbol(call), timeframe, moment(call, "start_date"), moment(call, "end_date"));
    Duration most =
        Duration.ofDays(interval.equals("daily") ? 366 : interval.equals("hourly") ? 31 : 2);
    if (Duration.between(query.start(), query.end()).compareTo(most) > 0) {
      throw new BadParameter(
          "start_date and end_date may be %d days apart".formatted(most.toDays()));
    }
    return query;
  }

  /** The candles that opened in the stretch and have closed by its end and by now. */
  List<Candle> candles(MarketPlayer market, Instant now) {
    Instant until = end.isBefore(now) ? end : now;
    if (until.isBefore(start)) {
      return List.of();
    }
    long most = Duration.between(start, until).dividedBy(timeframe.length()) + 1;
    return market.candles(symbol, timeframe, until, (int) most).stream()
        .filter(candle -> !candle.openTime().isBefore(start))
        .toList();
  }

  static String required(Call call, String name) {
    return call.parameter(name).orElseThrow(() -> new BadParameter(name + " is required"));
  }

  static Symbol requiredSymbol(Call call) {
    String text = required(call, "currency");
    return symbol(text).orElseThrow(() -> new BadParameter("currency must be one pair"));
  }

  static Optional<Symbol> symbol(String text) {
    return text.matches("[A-Z]{6}") ? Optional.of(new Symbol(text)) : Optional.empty();
  }

  /** A day or a minute, UTC. */
  static Instant moment(Call call, String name) {
    String text = required(call, name);
    try {
      return text.length() == 10
          ? LocalDate.parse(text).atStartOfDay().toInstant(ZoneOffset.UTC)
          : LocalDateTime.parse(text, MINUTE).toInstant(ZoneOffset.UTC);
    } catch (DateTimeException e) {
      throw new BadParameter(name + " must be YYYY-MM-DD or YYYY-MM-DD-HH:MM");
    }
  }
}
