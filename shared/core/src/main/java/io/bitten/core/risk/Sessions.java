package io.bitten.core.risk;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Trading sessions by the local clock of their city, so that both daylight-saving changes are
 * right: London and New York 08:00-17:00, Tokyo 09:00-18:00, Monday to Friday.
 */
public final class Sessions {
  private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");
  private static final List<Window> BY_PRECEDENCE =
      List.of(
          new Window(Session.NEW_YORK, NEW_YORK, 8, 17),
          new Window(Session.LONDON, ZoneId.of("Europe/London"), 8, 17),
          new Window(Session.TOKYO, ZoneId.of("Asia/Tokyo"), 9, 18));
  private static final int HOURS_AHEAD = 7 * 24;
  private static final int WEEKEND_FROM_FRIDAY_HOUR = 16;
  private static final int WEEK_OPENS_SUNDAY_HOUR = 17;

  private Sessions() {}

  private record Window(Session session, ZoneId zone, int fromHour, int toHour) {
    boolean contains(Instant at) {
      ZonedDateTime local = at.atZone(zone);
      return workday(local) && local.getHour() >= fromHour && local.getHour() < toHour;
    }

    Instant nextOpening(Instant after) {
      ZonedDateTime opening =
          after.atZone(zone).toLocalDate().atTime(LocalTime.of(fromHour, 0)).atZone(zone);
      while (!opening.toInstant().isAfter(after) || !workday(opening)) {
        opening = opening.plusDays(1);
      }
      return opening.toInstant();
    }

    private static boolean workday(ZonedDateTime local) {
      return local.getDayOfWeek().getValue() <= DayOfWeek.FRIDAY.getValue();
    }
  }

  /** The one session an entry at this moment belongs to; empty when none is open. */
  public static Optional<Session> at(Instant moment) {
    return BY_PRECEDENCE.stream()
        .filter(window -> window.contains(moment))
        .map(Window::session)
        .findFirst();
  }

  /** When the next session opens. */
  public static Instant nextOpening(Instant after) {
    return BY_PRECEDENCE.stream()
        .map(window -> window.nextOpening(after))
        .min(Instant::compareTo)
        .orElseThrow();
  }

  /** The first moment of the days after this one at which a session is open. */
  static Instant nextTradingDay(Instant moment) {
    Instant day = nextDay(moment);
    return at(day).isPresent() ? day : nextOpening(day);
  }

  /**
   * When an entry next falls into a session with room: sessions begin and end at whole hours, and
   * at midnight UTC the counts start anew. Looks a week ahead.
   *
   * @param used orders placed today, by session
   */
  static Instant nextRoom(
      Instant moment, Map<Session, Integer> used, Map<Session, Integer> limits) {
    Instant tomorrow = nextDay(moment);
    Instant hour = moment.truncatedTo(ChronoUnit.HOURS);
    for (int i = 1; i <= HOURS_AHEAD; i++) {
      Instant then = hour.plus(Duration.ofHours(i));
      Map<Session, Integer> counted = then.isBefore(tomorrow) ? used : Map.of();
      boolean room =
          at(then)
              .filter(one -> counted.getOrDefault(one, 0) < limits.getOrDefault(one, 0))
              .isPresent();
      if (room) {
        return then;
      }
    }
    return nextTradingDay(moment);
  }

  /** From Friday 16:00 to Sunday 17:00 in New York. */
  public static boolean weekend(Instant moment) {
    ZonedDateTime local = moment.atZone(NEW_YORK);
    return switch (local.getDayOfWeek()) {
      case FRIDAY -> local.getHour() >= WEEKEND_FROM_FRIDAY_HOUR;
      case SATURDAY -> true;
      case SUNDAY -> local.getHour() < WEEK_OPENS_SUNDAY_HOUR;
      case MONDAY, TUESDAY, WEDNESDAY, THURSDAY -> false;
    };
  }

  /** Midnight UTC after this moment, when the day's counters start anew. */
  public static Instant nextDay(Instant moment) {
    return moment.truncatedTo(ChronoUnit.DAYS).plus(Duration.ofDays(1));
  }
}
