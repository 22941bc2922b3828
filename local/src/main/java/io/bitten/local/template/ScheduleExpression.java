package io.bitten.local.template;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * When a timer is due: {@code rate(5 minutes)} or {@code cron(0 8 ? * MON-FRI *)}, in UTC, as
 * EventBridge writes them. Not known: {@code at()}, and {@code L}, {@code W} and {@code #} in cron.
 */
public sealed interface ScheduleExpression {
  /** The first time after an instant; strictly later. */
  Instant after(Instant instant);

  /** Reads an expression, or refuses it with the reason. */
  static ScheduleExpression of(String text) {
    Matcher rate = Pattern.compile("rate\\((\\d+) (minute|hour|day)s?\\)").matcher(text.strip());
    if (rate.matches()) {
      ChronoUnit unit =
          switch (rate.group(2)) {
            case "minute" -> ChronoUnit.MINUTES;
            case "hour" -> ChronoUnit.HOURS;
            default -> ChronoUnit.DAYS;
          };
      return new Rate(Duration.of(Long.parseLong(rate.group(1)), unit));
    }
    Matcher cron = Pattern.compile("cron\\((.+)\\)").matcher(text.strip());
    if (!cron.matches()) {
      throw new IllegalArgumentException("schedule " + text + " is not known locally");
    }
    String[] fields = cron.group(1).strip().split("\\s+");
    if (fields.length != 6) {
      throw new IllegalArgumentException("cron must have six fields, was " + text);
    }
    return new Cron(
        CronField.of(fields[0], 0, 59),
        CronField.of(fields[1], 0, 23),
        CronField.of(fields[2], 1, 31),
        CronField.of(CronField.months(fields[3]), 1, 12),
        CronField.of(CronField.weekdays(fields[4]), 1, 7),
        CronField.of(fields[5], 1970, 2199));
  }

  /**
   * Every so often. The cloud counts from the schedule's creation; here ticks fall on whole
   * multiples since 1970, so that a restart does not move them.
   */
  record Rate(Duration every) implements ScheduleExpression {
    public Rate {
      if (every.isZero() || every.isNegative()) {
        throw new IllegalArgumentException("a rate must be above zero, was " + every);
      }
    }

    @Override
    public Instant after(Instant instant) {
      long period = every.toMillis();
      return Instant.ofEpochMilli((Math.floorDiv(instant.toEpochMilli(), period) + 1) * period);
    }
  }

  /** At the minutes whose parts are all in these sets; weekdays count from Sunday = 1. */
  record Cron(
      Set<Integer> minutes,
      Set<Integer> hours,
      Set<Integer> days,
      Set<Integer> months,
      Set<Integer> weekdays,
      Set<Integer> years)
      implements ScheduleExpression {
    private static final int MOST_DAYS_AHEAD = 366 * 9;

    @Override
    public Instant after(Instant instant) {
      ZonedDateTime from =
          instant.atZone(ZoneOffset.UTC).truncatedTo(ChronoUnit.MINUTES).plusMinutes(1);
      ZonedDateTime day = from.truncatedTo(ChronoUnit.DAYS);
      for (int ahead = 0; ahead < MOST_DAYS_AHEAD; ahead++, day = day.plusDays(1)) {
        if (on(day)) {
          ZonedDateTime earliest = day.isBefore(from) ? from : day;
          for (ZonedDateTime t = earliest; t.toLocalDate().equals(day.toLocalDate()); ) {
            if (hours.contains(t.getHour()) && minutes.contains(t.getMinute())) {
              return t.toInstant();
            }
            t = t.plusMinutes(1);
          }
        }
      }
      return Instant.MAX;
    }

    private boolean on(ZonedDateTime day) {
      return years.contains(day.getYear())
          && months.contains(day.getMonthValue())
          && days.contains(day.getDayOfMonth())
          && weekdays.contains(day.getDayOfWeek().getValue() % 7 + 1);
    }
  }
}
