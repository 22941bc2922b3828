package io.bitten.local.market;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Locale;

/**
 * A kind of economic news and when it usually comes.
 *
 * @param week 1..4 for that occurrence of the weekday in a month, 0 for every week
 * @param time in New York
 * @param middle about what its figure is, give or take {@code around}
 * @param unit what follows the figure; a release without a figure has the unit "-"
 */
record Release(
    String country,
    String impact,
    DayOfWeek day,
    int week,
    LocalTime time,
    double middle,
    double around,
    String unit,
    String title) {
  static final List<Release> ALL =
      """
      USD High   FRIDAY    1 08:30 180  90  K Non-Farm Employment Change
      USD High   FRIDAY    1 08:30 4.1  0.3 % Unemployment Rate
      USD High   MONDAY    1 10:00 50.5 3   . ISM Manufacturing PMI
      USD High   WEDNESDAY 2 08:30 0.2  0.2 % CPI m/m
      USD High   THURSDAY  2 08:30 0.3  0.5 % Core Retail Sales m/m
      USD High   WEDNESDAY 3 14:00 2.5  0   % Federal Funds Rate
      USD High   THURSDAY  0 08:30 225  20  K Unemployment Claims
      USD Low    WEDNESDAY 0 10:30 -1.2 4   M Crude Oil Inventories
      USD Medium TUESDAY   4 10:00 103  6   . CB Consumer Confidence
      USD Low    TUESDAY   0 13:00 0    0   - FOMC Member Speaks
      EUR High   THURSDAY  2 08:15 3.0  0   % Main Refinancing Rate
      EUR High   TUESDAY   1 05:00 2.1  0.3 % CPI Flash Estimate y/y
      EUR Medium MONDAY    4 04:00 88   2   . German ifo Business Climate
      EUR High   FRIDAY    3 03:30 48   3   . German Flash Manufacturing PMI
      EUR Low    MONDAY    1 04:30 -6   5   . Sentix Investor Confidence
      GBP High   THURSDAY  1 07:00 4.0  0   % Official Bank Rate
      GBP High   WEDNESDAY 3 02:00 2.4  0.4 % CPI y/y
      GBP High   FRIDAY    2 02:00 0.1  0.2 % GDP m/m
      GBP Medium TUESDAY   2 02:00 11   9   K Claimant Count Change
      JPY High   FRIDAY    3 23:00 0    0   - Monetary Policy Statement
      JPY Low    THURSDAY  1 19:30 0.4  1.5 % Household Spending y/y
      AUD High   WEDNESDAY 3 20:30 25   20  K Employment Change
      CAD Medium FRIDAY    1 10:00 53   4   . Ivey PMI
      """
          .lines()
          .map(Release::parse)
          .toList();

  private static Release parse(String line) {
    String[] words = line.split(" +", 9);
    return new Release(
        words[0],
        words[1],
        DayOfWeek.valueOf(words[2]),
        Integer.parseInt(words[3]),
        LocalTime.parse(words[4]),
        Double.parseDouble(words[5]),
        Double.parseDouble(words[6]),
        words[7],
        words[8]);
  }

  boolean on(LocalDate date) {
    return date.getDayOfWeek() == day && (week == 0 || (date.getDayOfMonth() - 1) / 7 + 1 == week);
  }

  /** A figure as the feed writes it, or an empty text for a release that has none. */
  String figure(long drawn) {
    if (unit.equals("-")) {
      return "";
    }
    double value = middle + around * Mixed.signed(drawn);
    return String.format(Locale.ROOT, "%.1f%s", value, unit.equals(".") ? "" : unit);
  }
}
