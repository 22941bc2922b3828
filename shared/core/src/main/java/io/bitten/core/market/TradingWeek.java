package io.bitten.core.market;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;

/** The retail forex week: Sunday 17:00 to Friday 17:00 in New York, whatever the season. */
public final class TradingWeek {
  public static final ZoneId NEW_YORK = ZoneId.of("America/New_York");
  private static final LocalTime EDGE = LocalTime.of(17, 0);

  private TradingWeek() {}

  public static boolean isOpen(Instant moment) {
    ZonedDateTime local = moment.atZone(NEW_YORK);
    boolean afterEdge = !local.toLocalTime().isBefore(EDGE);
    return switch (local.getDayOfWeek()) {
      case SATURDAY -> false;
      case SUNDAY -> afterEdge;
      case FRIDAY -> !afterEdge;
      case MONDAY, TUESDAY, WEDNESDAY, THURSDAY -> true;
    };
  }

  /** The moment itself when the week is open then, else the next opening. */
  public static Instant nextOpen(Instant moment) {
    if (isOpen(moment)) {
      return moment;
    }
    ZonedDateTime edge = moment.atZone(NEW_YORK).with(EDGE);
    while (edge.getDayOfWeek() != DayOfWeek.SUNDAY || edge.toInstant().isBefore(moment)) {
      edge = edge.plusDays(1);
    }
    return edge.toInstant();
  }
}
