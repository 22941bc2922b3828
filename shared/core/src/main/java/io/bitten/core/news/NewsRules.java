package io.bitten.core.news;

import io.bitten.core.market.Currency;
import io.bitten.core.market.Symbol;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Reads a calendar for one pair and one moment. An old calendar still blocks: its events count,
 * only its silence does not.
 *
 * @param before no new trade this long before a high-impact event
 * @param after nor this long after it
 * @param ahead how far beyond {@code before} a coming high-impact event is still mentioned
 * @param maxAge an older calendar is never called calm
 */
public record NewsRules(Duration before, Duration after, Duration ahead, Duration maxAge) {
  /** A calendar entry with this country concerns every currency. */
  public static final Currency ALL = new Currency("ALL");

  private static final Duration HOLIDAY_LASTS = Duration.ofDays(1);

  /** The calendar's word on the pair at {@code now}; the hardest one wins. */
  public Outlook outlook(Optional<NewsCalendar> latest, Symbol symbol, Instant now) {
    if (latest.isEmpty()) {
      return new Outlook.Unknown("No news calendar has been read yet.");
    }
    NewsCalendar calendar = latest.get();
    List<NewsEvent> events =
        calendar.events().stream().filter(event -> concerns(event, symbol)).toList();
    Optional<NewsEvent> blocking = nearest(events, now, event -> blocks(event, now));
    if (blocking.isPresent()) {
      return new Outlook.Blackout(blocking.get());
    }
    Optional<NewsEvent> coming = nearest(events, now, event -> comes(event, now));
    if (coming.isPresent()) {
      return new Outlook.Ahead(coming.get());
    }
    Optional<NewsEvent> uneasy = nearest(events, now, event -> unsettles(event, now));
    if (uneasy.isPresent()) {
      return new Outlook.Uneasy(uneasy.get());
    }
    if (calendar.age(now).compareTo(maxAge) > 0) {
      return new Outlook.Unknown(
          "The news calendar is %d hours old.".formatted(calendar.age(now).toHours()));
    }
    return new Outlook.Calm();
  }

  /** Whether an event moves one of the pair's currencies. */
  public static boolean concerns(NewsEvent event, Symbol symbol) {
    return event.currency().equals(ALL) || symbol.involves(event.currency());
  }

  private boolean blocks(NewsEvent event, Instant now) {
    return event.impact() == Impact.HIGH && near(event, now);
  }

  private boolean comes(NewsEvent event, Instant now) {
    return event.impact() == Impact.HIGH
        && event.at().isAfter(now)
        && !event.at().isAfter(now.plus(before).plus(ahead));
  }

  private boolean unsettles(NewsEvent event, Instant now) {
    return switch (event.impact()) {
      case MEDIUM -> near(event, now);
      case HOLIDAY -> !now.isBefore(event.at()) && now.isBefore(event.at().plus(HOLIDAY_LASTS));
      case LOW, HIGH -> false;
    };
  }

  private boolean near(NewsEvent event, Instant now) {
    return !now.isBefore(event.at().minus(before)) && !now.isAfter(event.at().plus(after));
  }

  private static Optional<NewsEvent> nearest(
      List<NewsEvent> events, Instant now, Predicate<NewsEvent> which) {
    return events.stream()
        .filter(which)
        .min(Comparator.comparing(event -> Duration.between(event.at(), now).abs()));
  }
}
