package io.bitten.adapters.calendar;

import io.bitten.adapters.http.SourceUnavailable;
import io.bitten.adapters.json.BadJson;
import io.bitten.adapters.json.Fields;
import io.bitten.core.market.Currency;
import io.bitten.core.news.Impact;
import io.bitten.core.news.NewsEvent;
import io.bitten.core.news.NewsRules;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The ForexFactory weekly format: an array of {@code title, country, date, impact, forecast,
 * previous}, all text; the date has its own offset, the country may be {@code All}, the impact
 * {@code Holiday}; {@code actual} is read where a sender adds it.
 */
final class WeeklyJson {
  private static final int MOST_EVENTS = 2_000;
  private static final int LONGEST = 200;

  private WeeklyJson() {}

  /**
   * The events, one by one: an entry that makes no sense is left out.
   *
   * @throws SourceUnavailable when the text is no such array, or when half of its entries or more
   *     make no sense
   */
  static List<NewsEvent> read(byte[] utf8) {
    List<Fields> entries = entries(utf8);
    List<NewsEvent> events = new ArrayList<>(entries.size());
    for (Fields entry : entries) {
      event(entry).ifPresent(events::add);
    }
    if (!entries.isEmpty() && events.size() * 2 <= entries.size()) {
      throw new SourceUnavailable(
          "only %d of the calendar's %d entries make sense"
              .formatted(events.size(), entries.size()));
    }
    return List.copyOf(events);
  }

  private static List<Fields> entries(byte[] utf8) {
    try {
      return Fields.list(utf8, MOST_EVENTS);
    } catch (BadJson e) {
      throw new SourceUnavailable("the calendar is not a list of events: " + e.getMessage(), e);
    }
  }

  private static Optional<NewsEvent> event(Fields entry) {
    try {
      String title = entry.text("title", LONGEST).strip();
      Optional<Currency> currency = currency(entry.text("country", LONGEST).strip());
      Optional<Impact> impact = impact(entry.text("impact", LONGEST).strip());
      if (title.isEmpty() || currency.isEmpty() || impact.isEmpty()) {
        return Optional.empty();
      }
      return Optional.of(
          new NewsEvent(
              title,
              currency.get(),
              impact.get(),
              OffsetDateTime.parse(entry.text("date", LONGEST).strip()).toInstant(),
              entry.maybeText("forecast", LONGEST).orElse(""),
              entry.maybeText("previous", LONGEST).orElse(""),
              entry.maybeText("actual", LONGEST).orElse("")));
    } catch (BadJson | DateTimeException e) {
      return Optional.empty();
    }
  }

  private static Optional<Currency> currency(String country) {
    if (country.equalsIgnoreCase("All")) {
      return Optional.of(NewsRules.ALL);
    }
    return country.matches("[A-Z]{3}") ? Optional.of(new Currency(country)) : Optional.empty();
  }

  private static Optional<Impact> impact(String impact) {
    return switch (impact) {
      case "High" -> Optional.of(Impact.HIGH);
      case "Medium" -> Optional.of(Impact.MEDIUM);
      case "Low" -> Optional.of(Impact.LOW);
      case "Holiday" -> Optional.of(Impact.HOLIDAY);
      default -> Optional.empty();
    };
  }
}
