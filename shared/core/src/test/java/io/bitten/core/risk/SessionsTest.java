package io.bitten.core.risk;

import static org.assertj.core.api.Assertions.assertThat;

import io.bitten.core.market.TradingWeek;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.temporal.TemporalAdjusters;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SessionsTest {

  @ParameterizedTest
  @CsvSource({
    "2026-03-11T12:30:00Z, NEW_YORK",
    "2026-01-14T12:30:00Z, LONDON",
    "2026-01-14T08:30:00Z, LONDON",
    "2026-01-14T07:30:00Z, TOKYO",
    "2026-10-28T12:00:00Z, NEW_YORK",
    "2026-11-04T12:59:59Z, LONDON",
    "2026-11-04T13:00:00Z, NEW_YORK",
    "2026-07-15T07:00:00Z, LONDON",
  })
  void an_entry_belongs_to_one_session_by_the_citys_own_clock(Instant at, Session session) {
    assertThat(Sessions.at(at)).contains(session);
  }

  /** The days around both changes of summer time: when each city begins, and when New York ends. */
  @ParameterizedTest
  @CsvSource({
    "2026-01-14, 00:00, 08:00, 13:00, 22:00",
    "2026-03-11, 00:00, 08:00, 12:00, 21:00",
    "2026-04-15, 00:00, 07:00, 12:00, 21:00",
    "2026-10-28, 00:00, 08:00, 12:00, 21:00",
    "2026-11-04, 00:00, 08:00, 13:00, 22:00",
  })
  void each_city_keeps_its_own_clock(
      LocalDate day, LocalTime tokyo, LocalTime london, LocalTime newYork, LocalTime end) {
    assertTurns(utc(day, tokyo), Optional.empty(), Optional.of(Session.TOKYO));
    assertTurns(utc(day, london), Optional.of(Session.TOKYO), Optional.of(Session.LONDON));
    assertTurns(utc(day, newYork), Optional.of(Session.LONDON), Optional.of(Session.NEW_YORK));
    assertTurns(utc(day, end), Optional.of(Session.NEW_YORK), Optional.empty());
    Instant friday = utc(day.with(TemporalAdjusters.next(DayOfWeek.FRIDAY)), end);
    assertThat(TradingWeek.isOpen(friday.minusSeconds(1))).isTrue();
    assertThat(TradingWeek.isOpen(friday)).isFalse();
    assertThat(Sessions.weekend(friday.minus(Duration.ofHours(1)))).isTrue();
  }

  private static void assertTurns(Instant at, Optional<Session> before, Optional<Session> after) {
    assertThat(Sessions.at(at.minusSeconds(1))).isEqualTo(before);
    assertThat(Sessions.at(at)).isEqualTo(after);
  }

  private static Instant utc(LocalDate day, LocalTime time) {
    return day.atTime(time).toInstant(ZoneOffset.UTC);
  }

  @ParameterizedTest
  @CsvSource({"2026-01-14T22:30:00Z", "2026-01-17T12:00:00Z", "2026-01-18T23:30:00Z"})
  void no_session_is_open_late_in_the_evening_and_on_weekends(Instant at) {
    assertThat(Sessions.at(at)).isEmpty();
  }

  @Test
  void the_next_opening_after_friday_evening_is_tokyo_on_monday() {
    assertThat(Sessions.nextOpening(Instant.parse("2026-01-16T22:00:00Z")))
        .isEqualTo(Instant.parse("2026-01-19T00:00:00Z"));
  }

  @ParameterizedTest
  @CsvSource({
    "2026-01-16T20:59:59Z, false",
    "2026-01-16T21:00:00Z, true",
    "2026-01-18T21:59:59Z, true",
    "2026-01-18T22:00:00Z, false",
    "2026-07-17T20:00:00Z, true",
  })
  void the_weekend_runs_from_friday_16_to_sunday_17_in_new_york(Instant at, boolean weekend) {
    assertThat(Sessions.weekend(at)).isEqualTo(weekend);
  }

  @Test
  void after_a_full_session_the_next_one_with_room_is_named() {
    Map<Session, Integer> limits = Map.of(Session.LONDON, 5, Session.NEW_YORK, 8, Session.TOKYO, 3);
    Instant tuesday = Instant.parse("2024-01-02T10:00:00Z");
    assertThat(Sessions.nextRoom(tuesday, Map.of(Session.LONDON, 5), limits))
        .isEqualTo(Instant.parse("2024-01-02T13:00:00Z"));
    assertThat(
            Sessions.nextRoom(
                tuesday, Map.of(Session.LONDON, 5, Session.NEW_YORK, 8, Session.TOKYO, 3), limits))
        .isEqualTo(Instant.parse("2024-01-03T00:00:00Z"));
    Instant friday = Instant.parse("2024-01-05T15:10:00Z");
    assertThat(Sessions.nextRoom(friday, Map.of(Session.NEW_YORK, 8), limits))
        .isEqualTo(Instant.parse("2024-01-08T00:00:00Z"));
  }

  @Test
  void a_day_without_a_session_is_no_day_to_try_again() {
    assertThat(Sessions.nextTradingDay(Instant.parse("2024-01-02T10:00:00Z")))
        .isEqualTo(Instant.parse("2024-01-03T00:00:00Z"));
    assertThat(Sessions.nextTradingDay(Instant.parse("2024-01-05T15:10:00Z")))
        .isEqualTo(Instant.parse("2024-01-08T00:00:00Z"));
  }
}
