package io.bitten.adapters.tradermade;

import io.bitten.adapters.http.Site;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.StringJoiner;
import java.util.function.Function;

/** Answers as the vendor does: hours of EURUSD without weekends, numbers and texts mixed. */
final class Vendor implements Function<Site.Asked, Site.Reply> {
  static final Instant FIRST = Instant.parse("2024-01-01T00:00:00Z");

  private static final DateTimeFormatter IN =
      DateTimeFormatter.ofPattern("yyyy-MM-dd-HH:mm", Locale.ROOT);
  private static final DateTimeFormatter OUT =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT).withZone(ZoneOffset.UTC);

  private final Instant now;

  Vendor(Instant now) {
    this.now = now;
  }

  @Override
  public Site.Reply apply(Site.Asked asked) {
    return switch (asked.path()) {
      case "/api/v1/live" ->
          new Site.Reply(
              200,
              """
              {"endpoint":"live","quotes":[{"base_currency":"EUR","quote_currency":"USD",
              "bid":1.10000,"ask":"1.10010","mid":1.10005}],"timestamp":%d}
              """
                  .formatted(now.getEpochSecond()));
      case "/api/v1/timeseries" -> timeseries(asked);
      default -> new Site.Reply(404, "");
    };
  }

  private Site.Reply timeseries(Site.Asked asked) {
    Instant from = moment(asked.query().get("start_date"));
    Instant to = moment(asked.query().get("end_date"));
    if (Duration.between(from, to).toDays() > 31) {
      return new Site.Reply(400, "");
    }
    StringJoiner quotes = new StringJoiner(",");
    Instant start = from.isBefore(FIRST) ? FIRST : from;
    for (Instant at = start; !at.isAfter(to); at = at.plus(Duration.ofHours(1))) {
      if (!at.isAfter(now)) {
        quotes.add(candle(at));
      }
    }
    return quotes.length() == 0
        ? new Site.Reply(204, "")
        : new Site.Reply(200, "{\"endpoint\":\"timeseries\",\"quotes\":[" + quotes + "]}");
  }

  /** The hour's number in points is its open, so that a test can tell hours apart. */
  private static String candle(Instant at) {
    long points = 110_000 + Duration.between(FIRST, at).toHours();
    return """
    {"date":"%s","open":%s,"high":"%s","low":%s,"close":"%s"}\
    """
        .formatted(
            OUT.format(at), price(points), price(points + 9), price(points - 9), price(points + 1));
  }

  private static String price(long points) {
    return "%d.%05d".formatted(points / 100_000, points % 100_000);
  }

  private static Instant moment(String text) {
    return LocalDateTime.parse(text, IN).toInstant(ZoneOffset.UTC);
  }
}
