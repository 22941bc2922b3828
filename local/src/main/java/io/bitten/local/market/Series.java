package io.bitten.local.market;

import io.bitten.core.market.Bar;
import io.bitten.core.market.Candle;
import io.bitten.core.market.Price;
import io.bitten.core.market.Timeframe;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/** One recording with an index by time: what was known at a moment, and the path in between. */
final class Series {
  private final Recording recording;
  private final long seed;
  private final long[] opened;
  private final long step;

  Series(Recording recording, long seed) {
    this.recording = recording;
    this.seed = Mixed.of(seed, recording.symbol());
    this.opened = recording.bars().stream().mapToLong(bar -> bar.opened().toEpochMilli()).toArray();
    this.step = recording.timeframe().length().toMillis();
  }

  Recording recording() {
    return recording;
  }

  /** The price current at the moment: inside a bar on its path, else where the last bar closed. */
  Optional<Tick> tick(Instant now) {
    int index = lastOpenedBy(now.toEpochMilli());
    if (index < 0) {
      return Optional.empty();
    }
    return Optional.of(path(index).after(now.toEpochMilli() - opened[index]));
  }

  boolean isOpen(Instant now) {
    int index = lastOpenedBy(now.toEpochMilli());
    return index >= 0 && now.toEpochMilli() < opened[index] + step;
  }

  /** The first touch after one moment and not after the other. */
  Optional<Touch> firstTouch(Instant after, Instant until, Watch watch) {
    long from = after.toEpochMilli();
    long to = until.toEpochMilli();
    for (int i = Math.max(0, lastOpenedBy(from)); i < opened.length && opened[i] <= to; i++) {
      if (watch.possibleIn(recording.bars().get(i))) {
        Optional<Touch> touch = touchIn(i, from, to, watch);
        if (touch.isPresent()) {
          return touch;
        }
      }
    }
    return Optional.empty();
  }

  private Optional<Touch> touchIn(int index, long from, long to, Watch watch) {
    BarPath path = path(index);
    long passed = from - opened[index];
    int first = passed < 0 ? 0 : (int) Math.min(passed / BarPath.TICK_MILLIS + 1, path.ticks());
    for (int i = first; i < path.ticks(); i++) {
      if (opened[index] + i * BarPath.TICK_MILLIS > to) {
        return Optional.empty();
      }
      Tick tick = path.at(i);
      if (watch.touchedBy(tick)) {
        return Optional.of(new Touch(tick, i == 0 ? watch.of(tick) : watch.level()));
      }
    }
    return Optional.empty();
  }

  /** Closed candles, oldest first; a longer timeframe is put together from whole periods only. */
  List<Candle> candles(Timeframe timeframe, Instant until, int count) {
    long length = timeframe.length().toMillis();
    long horizon = until.toEpochMilli();
    Deque<Candle> found = new ArrayDeque<>();
    int last = lastOpenedBy(horizon - step);
    while (last >= 0 && found.size() < count) {
      long period = Math.floorDiv(opened[last], length) * length;
      int first = last;
      while (first > 0 && opened[first - 1] >= period) {
        first--;
      }
      boolean cutOff = first == 0 && opened[0] > period;
      if (period + length <= horizon && !cutOff) {
        found.addFirst(candle(timeframe, Instant.ofEpochMilli(period), first, last));
      }
      last = first - 1;
    }
    return List.copyOf(found);
  }

  private Candle candle(Timeframe timeframe, Instant start, int first, int last) {
    Side bid = recording.bars().get(first).bid();
    Side ask = recording.bars().get(first).ask();
    for (RecordedBar bar : recording.bars().subList(first + 1, last + 1)) {
      bid = bid.then(bar.bid());
      ask = ask.then(bar.ask());
    }
    return new Candle(recording.symbol(), timeframe, start, bar(bid), bar(ask));
  }

  private Bar bar(Side side) {
    return new Bar(price(side.open()), price(side.high()), price(side.low()), price(side.close()));
  }

  Price price(long points) {
    return new Price(BigDecimal.valueOf(points, recording.digits()));
  }

  private BarPath path(int index) {
    return new BarPath(recording.bars().get(index), seed, step);
  }

  /** The index of the last bar that opened at or before the moment, or -1. */
  private int lastOpenedBy(long millis) {
    int index = Arrays.binarySearch(opened, millis);
    return index >= 0 ? index : -index - 2;
  }
}
