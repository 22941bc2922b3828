package io.bitten.core.memory;

import io.bitten.core.news.NewsEvent;
import io.bitten.core.news.NewsFeed;
import java.util.List;
import java.util.function.Supplier;

/** A provider that answers what it was told to. */
public final class MemoryNewsFeed implements NewsFeed {
  private volatile Supplier<List<NewsEvent>> answer = List::of;

  public void answer(List<NewsEvent> events) {
    List<NewsEvent> kept = List.copyOf(events);
    answer = () -> kept;
  }

  /** From now on the provider does not answer. */
  public void fail(String why) {
    answer =
        () -> {
          throw new IllegalStateException(why);
        };
  }

  @Override
  public List<NewsEvent> fetch() {
    return answer.get();
  }
}
