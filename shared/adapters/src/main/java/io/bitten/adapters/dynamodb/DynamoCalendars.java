package io.bitten.adapters.dynamodb;

import io.bitten.adapters.json.Json;
import io.bitten.core.news.Calendars;
import io.bitten.core.news.NewsCalendar;
import java.util.Optional;

/** The last good calendar, one item. */
public final class DynamoCalendars implements Calendars {
  private static final String CALENDAR = "calendar";
  private static final String LATEST = "latest";
  private static final String AT = "at";

  private final Table signals;

  DynamoCalendars(Table signals) {
    this.signals = signals;
  }

  @Override
  public Optional<NewsCalendar> latest() {
    return signals.get(CALENDAR, LATEST).map(this::read);
  }

  Place place() {
    return signals.place(CALENDAR, LATEST);
  }

  NewsCalendar read(Item item) {
    return Json.read(item.text(Item.DOC), NewsCalendar.class);
  }

  @Override
  public void keep(NewsCalendar calendar) {
    Item item =
        Item.at(CALENDAR, LATEST)
            .with(AT, calendar.fetchedAt())
            .with(Item.DOC, Json.write(calendar));
    signals.putIf(item, Condition.absentOrAtMost(AT, Item.moment(calendar.fetchedAt())));
  }
}
