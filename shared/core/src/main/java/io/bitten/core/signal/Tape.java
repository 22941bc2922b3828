package io.bitten.core.signal;

import io.bitten.core.market.Candle;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/**
 * All that the engine remembers of one pair, candle by candle: the strengths of the last setups and
 * the measured outcomes by class. What it says after a candle depends on that candle and earlier
 * ones only; each earlier setup is ranked and classed as it was at its own time. Earlier setups
 * count as if their news had been calm, since no calendar of the past is kept.
 *
 * <p>Not safe for use by several threads.
 */
public final class Tape {
  private final SignalRulebook rules;
  private final Regime regime = new Regime();
  private final RankWindow window;
  private final Map<SignalClass, TrackRecord> records = new EnumMap<>(SignalClass.class);
  private int candles;
  private Reading before = Reading.WARMING_UP;
  private Sight newest = new Sight.Nothing();

  public Tape(SignalRulebook rules) {
    this.rules = rules;
    this.window = new RankWindow(rules.window());
    for (SignalClass each : SignalClass.values()) {
      records.put(each, new TrackRecord(rules));
    }
  }

  /** Takes the next closed candle with its reading; oldest first, none twice. */
  public void append(Candle candle, Reading reading) {
    if (newest instanceof Setup last) {
      window.add(last.strength());
    }
    records.values().forEach(record -> record.take(candle));
    candles++;
    Regime.Mood mood = regime.take(reading);
    newest = see(candle, reading, mood);
    before = reading;
    if (newest instanceof Setup setup && ranked()) {
      classOf(percentWeaker(setup.strength())).ifPresent(its -> records.get(its).follow(setup));
    }
  }

  private Sight see(Candle candle, Reading now, Regime.Mood mood) {
    if (!warm()) {
      return new Sight.Nothing();
    }
    Optional<Lean> lean = Technical.look(before, now);
    return lean.isEmpty()
        ? new Sight.Nothing()
        : new Setup(candle, lean.get(), mood, lean.get().weight() * mood.weight(), now.atr());
  }

  /** Whether the newest candle lies past the warm-up. */
  boolean warm() {
    return candles > rules.warmUp();
  }

  int candles() {
    return candles;
  }

  /** What the newest candle showed. */
  Sight newest() {
    return newest;
  }

  /** How many earlier setups the newest would be ranked among. */
  int earlier() {
    return window.size();
  }

  boolean ranked() {
    return window.size() >= rules.minimumSetups() && window.size() > 0;
  }

  /** The rank of a strength among the setups before the newest candle, 0..100. */
  int percentWeaker(double strength) {
    return window.percentWeaker(strength);
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
