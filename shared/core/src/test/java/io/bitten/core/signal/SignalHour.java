package io.bitten.core.signal;

import io.bitten.core.Rulebook;
import io.bitten.core.Some;
import io.bitten.core.SomeRules;
import io.bitten.core.World;
import io.bitten.core.market.Candle;
import io.bitten.core.market.Quote;
import io.bitten.core.market.TradingWeek;
import io.bitten.core.memory.ManualTime;
import io.bitten.core.memory.MemoryWorld;
import io.bitten.core.news.NewsCalendar;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A memory world a few seconds after the close of a candle that makes a signal. */
final class SignalHour {
  static final Rulebook RULEBOOK = SomeRules.rulebook().with(SomeSignalRules.quick());

  private static final List<Candle> CANDLES = Walk.of(11, 3_000, 10);
  private static final Map<Candle, Reading> READINGS = readings();
  private static final int INDEX = index();

  final Instant closed = CANDLES.get(INDEX).closeTime();
  final ManualTime time = new ManualTime(closed.plusSeconds(2));
  final MemoryWorld memory = MemoryWorld.on(time);

  SignalHour() {
    memory.market().show(CANDLES);
    memory.indicators().readBy(READINGS::get);
    memory.calendars().keep(new NewsCalendar(closed, List.of()));
    quote(time.instant());
  }

  World world() {
    return memory.world();
  }

  void quote(Instant at) {
    Candle newest = CANDLES.get(INDEX);
    memory.market().show(new Quote(Some.EURUSD, newest.bid().close(), newest.ask().close(), at));
  }

  ScoreDesk desk() {
    return new ScoreDesk(world(), RULEBOOK);
  }

  private static Map<Candle, Reading> readings() {
    List<Reading> readings = new PlainIndicators().read(CANDLES);
    Map<Candle, Reading> byCandle = new HashMap<>();
    for (int i = 0; i < CANDLES.size(); i++) {
      byCandle.put(CANDLES.get(i), readings.get(i));
    }
    return byCandle;
  }

  private static int index() {
    List<Finding> findings = Story.of(CANDLES, new PlainIndicators(), RULEBOOK.signals());
    int index = 1_500;
    while (!(findings.get(index) instanceof Finding.Scored)
        || !TradingWeek.isOpen(CANDLES.get(index).closeTime().plus(Duration.ofMinutes(5)))) {
      index++;
    }
    return index;
  }
}
