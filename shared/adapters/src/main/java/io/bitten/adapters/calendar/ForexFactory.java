package io.bitten.adapters.calendar;

import io.bitten.adapters.http.HttpSource;
import io.bitten.adapters.http.SourceUnavailable;
import io.bitten.core.news.NewsEvent;
import io.bitten.core.news.NewsFeed;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** The weekly calendar at an address. */
public final class ForexFactory implements NewsFeed {
  private static final Duration TIMEOUT = Duration.ofSeconds(10);

  private final HttpSource source;

  /**
   * @param address of the JSON itself, such as {@code https://host/ff_calendar_thisweek.json}
   */
  public ForexFactory(URI address) {
    this.source = new HttpSource(address, TIMEOUT);
  }

  @Override
  public List<NewsEvent> fetch() {
    HttpSource.Answer answer = source.get("", Map.of());
    if (answer.status() != 200) {
      throw new SourceUnavailable("the calendar answered with status " + answer.status());
    }
    return WeeklyJson.read(answer.body());
  }
}
