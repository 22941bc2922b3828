package io.bitten.functions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bitten.adapters.calendar.ForexFactory;
import io.bitten.core.Some;
import io.bitten.core.World;
import io.bitten.core.memory.ManualTime;
import io.bitten.core.news.NewsEvent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WiringTest {
  private static final List<String> NAMES =
      List.of(
          "TABLE_USERS",
          "TABLE_SIGNALS",
          "TABLE_ORDERS",
          "TABLE_INBOX",
          "QUEUE_UPDATES_URL",
          "QUEUE_FIRES_URL",
          "QUEUE_ORDERS_URL",
          "QUEUE_EXITS_URL",
          "QUEUE_HALTS_URL",
          "QUEUE_MESSAGES_URL",
          "QUEUE_STRIPE_EVENTS_URL",
          "QUEUE_REPORTS_URL",
          "BUS_NAME");

  @Test
  void a_calendar_comes_from_a_file_where_its_address_is_one(@TempDir Path folder)
      throws IOException {
    Path week =
        Files.writeString(
            folder.resolve("week of ours.json"),
            "[{\"title\":\"CPI\",\"country\":\"USD\",\"impact\":\"High\","
                + "\"date\":\"2024-01-02T08:30:00-05:00\"}]");

    assertThat(world(week.toUri().toString()).newsFeed().fetch())
        .extracting(NewsEvent::title)
        .containsExactly("CPI");
    assertThat(world("https://example.com/week.json").newsFeed())
        .isInstanceOfSatisfying(
            LateNewsFeed.class,
            late -> assertThat(late.feed().get()).isInstanceOf(ForexFactory.class));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "file:week.json", "file://host/week.json", "http://example.com/w", "a week"})
  void a_bad_address_of_the_calendar_is_named_when_it_is_fetched_and_stops_nothing_else(
      String bad) {
    World world = world(bad);

    assertThatThrownBy(() -> world.newsFeed().fetch())
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("NEWS_URL");
  }

  @Test
  void a_world_is_made_without_a_secret_for_each_function_may_read_its_own_only() {
    assertThat(world("https://example.com/week.json").queues()).isNotNull();
  }

  private static World world(String newsUrl) {
    Map<String, String> values = new HashMap<>(Map.of("NEWS_URL", newsUrl));
    NAMES.forEach(name -> values.put(name, name));
    return Wiring.world(Settings.of(values), Clients.aws(), new ManualTime(Some.NOW));
  }
}
