package io.bitten.core.news;

import io.bitten.core.CorrelationId;
import io.bitten.core.Digest;
import io.bitten.core.Event;
import io.bitten.core.EventHeader;
import io.bitten.core.World;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Keeps the calendar fresh and tells, once, of high-impact news that is near. */
public final class NewsDesk {
  /** How long before a high-impact event it is told unless somebody chose otherwise. */
  public static final Duration NOTICE = Duration.ofHours(1);

  /** Under which the inbox remembers what was told. */
  static final String DOOR = "news";

  private static final Duration REMEMBER = Duration.ofDays(2);

  private final World world;
  private final Duration notice;

  /**
   * @param notice how long before a high-impact event it is told
   */
  public NewsDesk(World world, Duration notice) {
    this.world = world;
    this.notice = notice;
  }

  /**
   * Reads the provider once, keeps the result and publishes what is near; the alerts published.
   *
   * @throws RuntimeException the provider's own, after the alerts of the last good calendar, which
   *     stays in place
   */
  public List<Event.NewsAlert> step() {
    Instant now = world.time().instant();
    List<NewsEvent> known = world.calendars().latest().map(NewsCalendar::events).orElse(List.of());
    List<NewsEvent> fetched;
    try {
      fetched = world.newsFeed().fetch();
    } catch (RuntimeException e) {
      tell(known, now);
      throw e;
    }
    NewsCalendar calendar = CalendarRules.merge(known, fetched, now);
    world.calendars().keep(calendar);
    return tell(calendar.events(), now);
  }

  private List<Event.NewsAlert> tell(List<NewsEvent> events, Instant now) {
    TreeMap<String, List<NewsEvent>> near =
        events.stream()
            .filter(event -> event.impact() == Impact.HIGH)
            .filter(event -> event.at().isAfter(now) && !event.at().isAfter(now.plus(notice)))
            .sorted(Comparator.comparing(NewsEvent::at))
            .collect(Collectors.groupingBy(NewsDesk::id, TreeMap::new, Collectors.toList()));
    List<Event.NewsAlert> told = new ArrayList<>();
    near.forEach(
        (id, group) -> {
          if (!world.inbox().seen(DOOR, id)) {
            Event.NewsAlert alert =
                new Event.NewsAlert(EventHeader.of(id, now, new CorrelationId(id)), group);
            world.events().publish(alert);
            world.inbox().remember(DOOR, id, now.plus(REMEMBER));
            told.add(alert);
          }
        });
    return told;
  }

  /** One alert for all the events of a currency at a moment; a moved event is told again. */
  private static String id(NewsEvent event) {
    return "news_" + Digest.base32(16, event.currency().code(), event.at().toString());
  }
}
