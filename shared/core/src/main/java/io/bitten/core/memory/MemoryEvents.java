package io.bitten.core.memory;

import io.bitten.core.Event;
import io.bitten.core.Events;
import java.util.List;

/** What was published, in order. */
public final class MemoryEvents implements Events {
  private final Journal<Event> published = new Journal<>();

  @Override
  public void publish(Event event) {
    published.add(event);
  }

  public List<Event> published() {
    return published.all();
  }

  /** Takes everything published since the last call. */
  public List<Event> take() {
    return published.drain();
  }
}
