package io.bitten.local.mt5;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * A broker's clock: seven hours ahead of New York all year, so that its day begins when New York's
 * trading day ends. Neither UTC nor a fixed offset from it.
 */
public final class TerminalTime {
  private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");
  private static final long HOURS_AHEAD = 7;
  private static final DateTimeFormatter FORMAT =
      DateTimeFormatter.ofPattern("yyyy.MM.dd HH:mm:ss", Locale.ROOT);

  private TerminalTime() {}

  /** As {@code YYYY.MM.DD HH:MM:SS}. */
  public static String text(Instant moment) {
    return FORMAT.format(moment.atZone(NEW_YORK).toLocalDateTime().plusHours(HOURS_AHEAD));
  }
}
