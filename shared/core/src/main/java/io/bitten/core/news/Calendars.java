package io.bitten.core.news;

import java.util.Optional;

/** Where the last good calendar is kept. */
public interface Calendars {
  /** Empty until a provider has answered once. */
  Optional<NewsCalendar> latest();

  /** Replaces the calendar unless the stored one is newer. */
  void keep(NewsCalendar calendar);
}
