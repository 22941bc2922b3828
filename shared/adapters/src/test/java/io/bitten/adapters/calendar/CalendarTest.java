package io.bitten.adapters.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bitten.adapters.http.Site;
import io.bitten.adapters.http.SourceUnavailable;
import io.bitten.core.market.Currency;
import io.bitten.core.news.Impact;
import io.bitten.core.news.NewsEvent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CalendarTest {
  private static final String WEEK =
      """
      [{"title":"CPI m/m","country":"USD","date":"2026-08-12T08:30:00-04:00","impact":"High",
        "forecast":"0.3%","previous":""},
       {"title":"Bank Holiday","country":"JPY","date":"2026-01-12T00:00:00-05:00",
        "impact":"Holiday","forecast":"","previous":""},
       {"title":"OPEC-JMMC Meetings","country":"All","date":"2026-08-12T10:15:00-04:00",
        "impact":"Medium","forecast":"","previous":""}]
      """;

  @TempDir private Path folder;

  @Test
  void offsets_all_countries_and_holidays_are_understood() throws IOException {
    try (Site site = new Site(asked -> new Site.Reply(200, WEEK))) {
      List<NewsEvent> events = new ForexFactory(site.address("/week.json")).fetch();

      assertThat(events)
          .containsExactly(
              new NewsEvent(
                  "CPI m/m",
                  new Currency("USD"),
                  Impact.HIGH,
                  Instant.parse("2026-08-12T12:30:00Z"),
                  "0.3%",
                  "",
                  ""),
              new NewsEvent(
                  "Bank Holiday",
                  new Currency("JPY"),
                  Impact.HOLIDAY,
                  Instant.parse("2026-01-12T05:00:00Z"),
                  "",
                  "",
                  ""),
              new NewsEvent(
                  "OPEC-JMMC Meetings",
                  new Currency("ALL"),
                  Impact.MEDIUM,
                  Instant.parse("2026-08-12T14:15:00Z"),
                  "",
                  "",
                  ""));
    }
  }

  @Test
  void a_file_is_read_the_same_way() throws IOException {
    Path file = Files.writeString(folder.resolve("week.json"), WEEK);

    assertThat(new CalendarFile(file).fetch()).hasSize(3);
    assertThatThrownBy(() -> new CalendarFile(folder.resolve("none.json")).fetch())
        .isInstanceOf(SourceUnavailable.class);
  }

  @Test
  void an_entry_without_sense_is_left_out_and_a_senseless_calendar_is_refused() throws IOException {
    Path file = folder.resolve("week.json");
    Files.writeString(file, WEEK.replace("\"High\"", "\"Enormous\""));
    assertThat(new CalendarFile(file).fetch()).hasSize(2);

    for (String text : List.of("{}", "[{},{}]", "", "<html>", WEEK.replace("date", "when"))) {
      Files.writeString(file, text);
      assertThatThrownBy(() -> new CalendarFile(file).fetch())
          .isInstanceOf(SourceUnavailable.class);
    }
  }

  @Test
  void a_provider_in_trouble_is_an_exception() throws IOException {
    try (Site site = new Site(asked -> new Site.Reply(429, "slow down"))) {
      assertThatThrownBy(() -> new ForexFactory(site.address("/week.json")).fetch())
          .hasMessageContaining("429");
    }
  }
}
