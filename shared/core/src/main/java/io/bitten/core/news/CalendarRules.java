package io.bitten.core.news;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** How a newly read calendar and the one before it become the calendar that is kept. */
final class CalendarRules {
  /** An event that moves or vanishes this close to its time keeps its old place as well. */
  static final Duration MOVED_LATE = Duration.ofHours(24);

  /** More entries than any provider lists for a week; what lies beyond is dropped, latest first. */
  static final int MOST_EVENTS = 5_000;

  private CalendarRules() {}

  /**
   * The fetched events, and those of the earlier calendar that the fetched one no longer has at
   * their place, while they lie within {@link #MOVED_LATE} of now.
   */
  static NewsCalendar merge(List<NewsEvent> earlier, List<NewsEvent> fetched, Instant now) {
    Set<Place> places = new HashSet<>();
    List<NewsEvent> merged = new ArrayList<>();
    for (NewsEvent event : fetched) {
      if (places.add(Place.of(event))) {
        merged.add(event);
      }
    }
    for (NewsEvent event : earlier) {
      boolean close = Duration.between(event.at(), now).abs().compareTo(MOVED_LATE) < 0;
      if (close && places.add(Place.of(event))) {
        merged.add(event);
      }
    }
    merged.sort(
        Comparator.comparing(NewsEvent::at)
            .thenComparing(event -> event.currency().code())
            .thenComparing(NewsEvent::title));
    return new NewsCalendar(now, merged.subList(0, Math.min(MOST_EVENTS, merged.size())));
  }

  private record Place(String title, String currency, Instant at) {
    static Place of(NewsEvent event) {
      return new Place(event.title(), event.currency().code(), event.at());
    }
  }
}
