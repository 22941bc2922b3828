package io.bitten.functions;

import static org.assertj.core.api.Assertions.assertThat;

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
    assertThat(world("https://example.com/week.json").newsFeed()).isInstanceOf(ForexFactory.class);
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
