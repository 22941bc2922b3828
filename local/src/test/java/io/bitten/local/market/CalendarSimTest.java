package io.bitten.local.market;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.bitten.local.loopback.Answer;
import io.bitten.local.loopback.Call;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

class CalendarSimTest {
  private static final Instant WEDNESDAY = Instant.parse("2017-08-02T12:00:00Z");

  @Test
  void the_week_has_the_feeds_fields_and_new_york_times() {
    List<JsonNode> events = events("thisweek", WEDNESDAY);

    assertThat(events).hasSizeGreaterThan(8);
    assertThat(events)
        .filteredOn(event -> event.path("title").asText().startsWith("Non-Farm"))
        .singleElement()
        .satisfies(
            event -> {
              assertThat(event.path("date").asText()).isEqualTo("2017-08-04T08:30:00-04:00");
              assertThat(event.path("country").asText()).isEqualTo("USD");
              assertThat(event.path("impact").asText()).isEqualTo("High");
              assertThat(event.path("forecast").asText()).endsWith("K");
              assertThat(event.path("previous").isTextual()).isTrue();
              assertThat(event.path("simulated").asBoolean()).isTrue();
            });
    assertThat(events("thisweek", Instant.parse("2017-12-01T12:00:00Z")))
        .allMatch(event -> event.path("date").asText().endsWith("-05:00"));
  }

  @Test
  void next_weeks_page_becomes_this_weeks() {
    assertThat(events("nextweek", WEDNESDAY))
        .isEqualTo(events("thisweek", WEDNESDAY.plus(Duration.ofDays(7))))
        .isNotEqualTo(events("thisweek", WEDNESDAY));
  }

  @Test
  void events_are_in_order_and_inside_their_week() {
    List<Instant> times =
        events("thisweek", WEDNESDAY).stream()
            .map(event -> OffsetDateTime.parse(event.path("date").asText()).toInstant())
            .toList();

    assertThat(times).isSorted();
    assertThat(times.getFirst()).isAfter(Instant.parse("2017-07-30T04:00:00Z"));
    assertThat(times.getLast()).isBefore(Instant.parse("2017-08-06T04:00:00Z"));
  }

  private static List<JsonNode> events(String week, Instant now) {
    Answer answer =
        new CalendarSim(() -> now, 1).answer(Call.get("/ff_calendar_" + week + ".json", Map.of()));
    try {
      JsonNode array = new ObjectMapper().readTree(((Answer.Reply) answer).body());
      return StreamSupport.stream(array.spliterator(), false).toList();
    } catch (JsonProcessingException e) {
      throw new AssertionError(e);
    }
  }
}
