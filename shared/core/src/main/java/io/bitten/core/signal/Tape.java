package io.bitten.core.signal;

import io.bitten.core.market.Candle;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/**
 * All that the engine remembers of one pair, candle by candle: the strengths of the last setups and
 * the measured outcomes by class. What it says after a candle depends on that candle and earlier ones
 * only; each earlier setup is ranked and classed as it was at its own time. Earlier setups count as
 * if their news had been calm, since no calendar of the past is kept.
 *
 * <p>Not safe for use by several threads.
 */
public final class Tape {
  private final SignalRulebook rules;
  private final Regime regime = new Regime();
  private final RankWindow window;
  private final Map<SignalClass, TrackRecord> records = new EnumMap<>(SignalClass.class);
  private int candles;
  private Optional<Reading> before = Optional.empty();
  private Optional<Setup> setup = Optional.empty();

  public Tape(SignalRulebook rules) {
    this.rules = rules;
    this.window = new RankWindow(rules.window());
    for (SignalClass each : SignalClass.values()) {
      records.put(each, new TrackRecord(rules));
    }
  }

  /** Takes the next closed candle with its reading; oldest first, none twice. */
  public void append(Candle candle, Reading reading) {
    setup.ifPresent(last -> window.add(last.strength()));
    records.values().forEach(record -> record.take(candle));
    candles++;
    Regime.Mood mood = regime.take(reading);
    setup = before.flatMap(last -> see(candle, last, reading, mood));
    before = Optional.of(reading);
    setup.ifPresent(
        found -> {
          if (ranked()) {
            classOf(percentWeaker(1)).ifPresent(its -> records.get(its).follow(found));
          }
        });
  }

  private Optional<Setup> see(Candle candle, Reading last, Reading now, Regime.Mood mood) {
    if (!warm()) {
      return Optional.empty();
    }
    return Technical.look(last, now)
        .map(lean -> new Setup(candle, lean, mood, lean.weight() * mood.weight(), now.atr()));
  }

  /** Whether the newest candle lies past the warm-up. */
  boolean warm() {
    return candles > rules.warmUp();
  }

  int candles() {
    return candles;
  }

  /** The newest candle's setup. */
  Optional<Setup> setup() {
    return setup;
  }

  /** How many earlier setups the newest would be ranked among. */
  int earlier() {
    return window.size();
  }

  boolean ranked() {
    return window.size() >= rules.minimumSetups() && window.size() > 0;
  }

  /** The newest setup's rank when its strength is multiplied by a factor, 0..100. */
  int percentWeaker(double factor) {
    return setup.map(found -> window.percentWeaker(found.strength() * factor)).orElse(0);
  }

  /** The highest class whose lowest TCS is reached. */
  Optional<SignalClass> classOf(int tcs) {
    Optional<SignalClass> reached = Optional.empty();
    for (SignalClass each : SignalClass.values()) {
      if (rules.classFrom().containsKey(each) && tcs >= rules.classFrom().get(each)) {
        reached = Optional.of(each);
      }
    }
    return reached;
  }

  /** What resolved setups of the class were worth, as known at the newest candle. */
  Odds odds(SignalClass its) {
    return records.get(its).odds();
  }
}
