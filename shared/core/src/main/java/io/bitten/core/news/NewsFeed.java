package io.bitten.core.news;

import java.util.List;

/** A provider of calendar events. */
public interface NewsFeed {
  /**
   * The events the provider knows for its current period.
   *
   * @throws RuntimeException when it does not answer or its answer makes no sense
   */
  List<NewsEvent> fetch();
}
