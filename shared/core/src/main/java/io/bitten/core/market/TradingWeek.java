package io.bitten.core.market;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;

/** The forex week: from Sunday 17:00 to Friday 17:00 in New York, through both clock changes. */
public final class TradingWeek {
  private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");
  private static final LocalTime TURN = LocalTime.of(17, 0);

  private TradingWeek() {}

  public static boolean isOpen(Instant moment) {
    ZonedDateTime local = moment.atZone(NEW_YORK);
    boolean afterTurn = !local.toLocalTime().isBefore(TURN);
    return switch (local.getDayOfWeek()) {
      case SATURDAY -> false;
      case SUNDAY -> afterTurn;
      case FRIDAY -> !afterTurn;
      case MONDAY, TUESDAY, WEDNESDAY, THURSDAY -> true;
    };
  }
}
