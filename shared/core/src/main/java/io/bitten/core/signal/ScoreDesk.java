package io.bitten.core.signal;

import io.bitten.core.Event;
import io.bitten.core.EventHeader;
import io.bitten.core.Rulebook;
import io.bitten.core.World;
import io.bitten.core.market.Candle;
import io.bitten.core.market.Quote;
import io.bitten.core.market.Symbol;
import io.bitten.core.market.TradingWeek;
import io.bitten.core.news.NewsRules;
import io.bitten.core.news.Outlook;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Scores each pair's newest closed candle. A signal is appended to the ledger, then announced, then
 * noted as announced; a step that stops between any two of these is finished by the next one, and a
 * repeat finds what is there.
 */
public final class ScoreDesk {
  private static final int MOST_LIVE = 100;

  private final World world;
  private final SignalRulebook rules;
  private final Duration quoteMaxAge;
  private final NewsRules news;
  private final Scorer scorer;
  private final Tapes tapes;
  private final LedgerClerk clerk;

  public ScoreDesk(World world, Rulebook rulebook) {
    this.world = world;
    this.rules = rulebook.signals();
    this.quoteMaxAge = rulebook.limits().quoteMaxAge();
    this.news =
        new NewsRules(
            rules.newsBlackout(),
            rules.newsBlackout(),
            rules.lifetime(),
            rulebook.limits().calendarMaxAge());
    this.scorer = new Scorer(rules);
    this.tapes = new Tapes(rules);
    this.clerk = new LedgerClerk(world.ledger(), world.time(), rules.lifetime());
  }

  /**
   * One round over all pairs; what it did, in order. One caller at a time; others wait.
   *
   * @throws RuntimeException the first failure of a pair's sources, after the other pairs had their
   *     turn
   */
  public synchronized List<Scoring> step() {
    List<Scoring> done = new ArrayList<>(announceRest());
    List<RuntimeException> failures = new ArrayList<>();
    for (Symbol symbol : rules.ordered()) {
      try {
        done.add(score(symbol));
      } catch (RuntimeException e) {
        failures.add(e);
      }
    }
    if (!failures.isEmpty()) {
      RuntimeException first = failures.removeFirst();
      failures.forEach(first::addSuppressed);
      throw first;
    }
    return done;
  }

  /** What an earlier step appended and did not get to announce. */
  private List<Scoring> announceRest() {
    return world.ledger().live(world.time().instant(), MOST_LIVE).stream()
        .filter(signal -> !world.ledger().announced(signal.id()))
        .map(this::announce)
        .toList();
  }

  private Scoring score(Symbol symbol) {
    Instant now = world.time().instant();
    if (!TradingWeek.isOpen(now)) {
      return new Scoring.Quiet(symbol, new Silence.MarketClosed());
    }
    List<Candle> candles =
        tapes.anchored(world.market().closed(symbol, rules.timeframe(), now, rules.history()));
    if (candles.isEmpty()) {
      return new Scoring.Quiet(symbol, new Silence.NoCandles());
    }
    Candle newest = candles.getLast();
    Optional<Signal> known =
        world.ledger().find(new SetupKey(symbol, rules.timeframe(), newest.openTime()));
    if (known.isPresent()) {
      return announce(known.get());
    }
    Duration age = Duration.between(newest.closeTime(), now);
    if (age.compareTo(rules.lifetime()) > 0) {
      return new Scoring.Quiet(symbol, new Silence.OldCandle(age));
    }
    return switch (find(symbol, candles, now)) {
      case Finding.Silent(Silence reason) -> new Scoring.Quiet(symbol, reason);
      case Finding.Scored(Draft draft) -> announce(clerk.enter(draft));
    };
  }

  private Finding find(Symbol symbol, List<Candle> candles, Instant now) {
    Optional<Quote> quote = world.market().quote(symbol);
    if (quote.isEmpty()) {
      return new Finding.Silent(new Silence.NoQuote());
    }
    Duration age = quote.get().age(now);
    if (age.compareTo(quoteMaxAge) > 0) {
      return new Finding.Silent(new Silence.StaleQuote(age));
    }
    Outlook outlook = news.outlook(world.calendars().latest(), symbol, now);
    Tape tape = tapes.of(symbol, candles, world.indicators().read(candles));
    return scorer.score(tape, new Moment(quote.get(), outlook));
  }

  private Scoring announce(Signal signal) {
    if (world.ledger().announced(signal.id())) {
      return new Scoring.Known(signal);
    }
    if (!signal.liveAt(world.time().instant())) {
      return new Scoring.TooLate(signal);
    }
    world
        .events()
        .publish(
            new Event.SignalGenerated(
                EventHeader.of(
                    "signal_generated-" + signal.id(), signal.createdAt(), signal.correlation()),
                signal));
    world.ledger().markAnnounced(signal.id());
    return new Scoring.Announced(signal);
  }
}
