package io.bitten.local.telegram;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** A clock that stands still until it is moved, and timers that follow it. */
final class VirtualTime implements InstantSource, Timers {
  static final Instant START = Instant.parse("2017-03-01T08:00:00Z");

  private record Planned(Instant at, long order, Runnable task) {}

  private final List<Planned> planned = new ArrayList<>();
  private Instant now = START;
  private long orders;

  @Override
  public Instant instant() {
    return now;
  }

  @Override
  public void after(Duration delay, Runnable task) {
    planned.add(new Planned(now.plus(delay), orders++, task));
  }

  /** Runs what is due until then, in order. */
  void advance(Duration by) {
    Instant end = now.plus(by);
    for (Optional<Planned> next = due(end); next.isPresent(); next = due(end)) {
      planned.remove(next.get());
      now = next.get().at().isAfter(now) ? next.get().at() : now;
      next.get().task().run();
    }
    now = end;
  }

  private Optional<Planned> due(Instant end) {
    return planned.stream()
        .filter(plan -> !plan.at().isAfter(end))
        .min(Comparator.comparing(Planned::at).thenComparing(Planned::order));
  }
}
