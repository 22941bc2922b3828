package io.bitten.local.template;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/** One field of a cron expression as the set of values it allows. */
final class CronField {
  private static final List<String> MONTHS =
      List.of("JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC");
  private static final List<String> WEEKDAYS =
      List.of("SUN", "MON", "TUE", "WED", "THU", "FRI", "SAT");

  private CronField() {}

  static String months(String field) {
    return numbered(field, MONTHS);
  }

  static String weekdays(String field) {
    return numbered(field, WEEKDAYS);
  }

  private static String numbered(String field, List<String> names) {
    String numbered = field.toUpperCase(Locale.ROOT);
    for (int i = 0; i < names.size(); i++) {
      numbered = numbered.replace(names.get(i), String.valueOf(i + 1));
    }
    return numbered;
  }

  static Set<Integer> of(String field, int least, int most) {
    Set<Integer> values = new TreeSet<>();
    for (String part : field.split(",")) {
      add(values, part, least, most);
    }
    return Set.copyOf(values);
  }

  private static void add(Set<Integer> values, String part, int least, int most) {
    String[] stepped = part.split("/", 2);
    int step = stepped.length == 2 ? number(stepped[1], part) : 1;
    int from = least;
    int to = most;
    if (!stepped[0].equals("*") && !stepped[0].equals("?")) {
      String[] range = stepped[0].split("-", 2);
      from = number(range[0], part);
      if (range.length == 2) {
        to = number(range[1], part);
      } else if (stepped.length == 1) {
        to = from;
      }
    }
    if (from < least || to > most || from > to || step < 1) {
      throw new IllegalArgumentException(
          "cron field must lie in " + least + ".." + most + ", was " + part);
    }
    for (int value = from; value <= to; value += step) {
      values.add(value);
    }
  }

  private static int number(String text, String part) {
    try {
      return Integer.parseInt(text);
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException("cron field " + part + " is not known locally", e);
    }
  }
}
