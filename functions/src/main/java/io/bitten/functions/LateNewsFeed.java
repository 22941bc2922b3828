package io.bitten.functions;

import io.bitten.core.news.NewsEvent;
import io.bitten.core.news.NewsFeed;
import java.util.List;
import java.util.function.Supplier;

/** A calendar whose address is resolved when it is fetched: a bad one stops the news alone. */
record LateNewsFeed(Supplier<NewsFeed> feed) implements NewsFeed {
  @Override
  public List<NewsEvent> fetch() {
    return feed.get().fetch();
  }
}
