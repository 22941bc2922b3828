package io.bitten.core.news;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** The last good calendar, with the moment it was fetched. */
public record NewsCalendar(Instant fetchedAt, List<NewsEvent> events) {
  public NewsCalendar {
    events = List.copyOf(events);
  }

  public Duration age(Instant now) {
    return Duration.between(fetchedAt, now);
  }
}
