package io.bitten.core.memory;

import io.bitten.core.news.Calendars;
import io.bitten.core.news.NewsCalendar;
import java.util.Optional;

/** The newest calendar. */
public final class MemoryCalendars implements Calendars {
  private Optional<NewsCalendar> latest = Optional.empty();

  @Override
  public synchronized Optional<NewsCalendar> latest() {
    return latest;
  }

  @Override
  public synchronized void keep(NewsCalendar calendar) {
    boolean older =
        latest.filter(kept -> kept.fetchedAt().isAfter(calendar.fetchedAt())).isPresent();
    if (!older) {
      latest = Optional.of(calendar);
    }
  }
}
