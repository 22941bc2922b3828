package io.bitten.local.market;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.bitten.core.market.TradingWeek;
import io.bitten.local.loopback.Answer;
import io.bitten.local.loopback.Call;
import io.bitten.local.loopback.Endpoint;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/**
 * A simulated economic calendar in the ForexFactory weekly shape: {@code
 * /ff_calendar_thisweek.json} and {@code /ff_calendar_nextweek.json} of the clock's week. Times
 * carry their New York offset and the week starts on Sunday there. What happens when is typical,
 * drawn by the seed and not history; each event says {@code "simulated": true}, which the real feed
 * does not have.
 */
public final class CalendarSim implements Endpoint {
  private static final DateTimeFormatter WITH_OFFSET =
      DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ssxxx", Locale.ROOT);

  private final InstantSource time;
  private final long seed;

  public CalendarSim(InstantSource time, long seed) {
    this.time = time;
    this.seed = seed;
  }

  @Override
  public Answer answer(Call call) {
    return switch (call.path()) {
      case "/ff_calendar_thisweek.json" -> week(0);
      case "/ff_calendar_nextweek.json" -> week(1);
      default ->
          Answer.json(404, JsonNodeFactory.instance.objectNode().put("error", "no " + call.path()));
    };
  }

  private Answer week(int ahead) {
    ArrayNode events = JsonNodeFactory.instance.arrayNode();
    for (Event event : week(time.instant(), ahead)) {
      events
          .addObject()
          .put("title", event.release().title())
          .put("country", event.release().country())
          .put("date", WITH_OFFSET.format(event.at()))
          .put("impact", event.release().impact())
          .put("forecast", event.forecast())
          .put("previous", event.previous())
          .put("simulated", true);
    }
    return Answer.json(200, events);
  }

  /** One release at its time. */
  record Event(Release release, ZonedDateTime at, String forecast, String previous) {}

  List<Event> week(Instant now, int ahead) {
    LocalDate sunday =
        now.atZone(TradingWeek.NEW_YORK)
            .toLocalDate()
            .with(TemporalAdjusters.previousOrSame(DayOfWeek.SUNDAY))
            .plusWeeks(ahead);
    List<Event> events = new ArrayList<>();
    for (int day = 0; day < 7; day++) {
      LocalDate date = sunday.plusDays(day);
      for (Release release : Release.ALL) {
        if (release.on(date)) {
          events.add(event(release, date));
        }
      }
    }
    events.sort(Comparator.comparing(event -> event.at().toInstant()));
    return events;
  }

  private Event event(Release release, LocalDate date) {
    ZonedDateTime at = date.atTime(release.time()).atZone(TradingWeek.NEW_YORK);
    long drawn = Mixed.of(Mixed.of(seed, release.title().hashCode()), date.toEpochDay());
    return new Event(release, at, release.figure(drawn), release.figure(Mixed.of(drawn, 1)));
  }
}
