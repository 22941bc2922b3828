package io.bitten.core.memory;

import io.bitten.core.news.Calendars;
import io.bitten.core.news.NewsCalendar;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The newest calendar. */
public final class MemoryCalendars implements Calendars {
  private final List<NewsCalendar> kept = new ArrayList<>();

  @Override
  public synchronized Optional<NewsCalendar> latest() {
    return kept.stream().findFirst();
  }

  @Override
  public synchronized void keep(NewsCalendar calendar) {
    if (kept.removeIf(one -> !one.fetchedAt().isAfter(calendar.fetchedAt())) || kept.isEmpty()) {
      kept.add(calendar);
    }
  }
}
