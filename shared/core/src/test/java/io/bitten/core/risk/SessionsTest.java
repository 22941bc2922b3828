package io.bitten.core.risk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
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
}
