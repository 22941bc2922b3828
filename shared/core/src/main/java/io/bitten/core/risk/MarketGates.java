package io.bitten.core.risk;

import io.bitten.core.news.Impact;
import io.bitten.core.news.NewsEvent;
import io.bitten.core.news.NewsRules;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;

/** Gates on prices, news and hours. */
final class MarketGates {
  /** How far a relay's clock may be ahead of ours; what is newer than that has no known age. */
  private static final Duration CLOCKS = Duration.ofSeconds(2);

  private MarketGates() {}

  static Optional<Refusal> freshness(RiskCase facts) {
    Duration limit = facts.limits().quoteMaxAge();
    Duration account = facts.snapshot().age(facts.now());
    if (account.compareTo(limit) > 0 || account.negated().compareTo(CLOCKS) > 0) {
      return Optional.of(new StandingRefusal.AccountStale(account, limit));
    }
    Duration quote = facts.quote().age(facts.now());
    return quote.compareTo(limit) > 0 || quote.negated().compareTo(CLOCKS) > 0
        ? Optional.of(new MarketRefusal.QuoteStale(facts.idea().symbol(), quote, limit))
        : Optional.empty();
  }

  static Optional<Refusal> news(RiskCase facts) {
    return locking(facts, facts.now())
        .findFirst()
        .map(
            event ->
                new MarketRefusal.NewsLockout(
                    event.title(), event.currency(), event.at(), unlocked(facts)));
  }

  /** The first second at which nothing locks: a lockout may begin before another ends. */
  private static Instant unlocked(RiskCase facts) {
    Instant free = facts.now();
    Optional<Instant> end = lockedUntil(facts, free);
    while (end.isPresent()) {
      free = end.get().plusSeconds(1);
      end = lockedUntil(facts, free);
    }
    return free;
  }

  private static Optional<Instant> lockedUntil(RiskCase facts, Instant moment) {
    return locking(facts, moment)
        .map(event -> event.at().plus(facts.limits().newsAfter()))
        .max(Instant::compareTo);
  }

  /** Both ends of the lockout are inside it. */
  private static Stream<NewsEvent> locking(RiskCase facts, Instant moment) {
    return facts.news().stream()
        .filter(event -> event.impact() == Impact.HIGH)
        .filter(event -> NewsRules.concerns(event, facts.idea().symbol()))
        .filter(event -> !moment.isBefore(event.at().minus(facts.limits().newsBefore())))
        .filter(event -> !moment.isAfter(event.at().plus(facts.limits().newsAfter())));
  }

  static Optional<Refusal> session(RiskCase facts) {
    Optional<Session> session = Sessions.at(facts.now());
    if (session.isEmpty()) {
      return Optional.of(new MarketRefusal.OutsideSessions(Sessions.nextOpening(facts.now())));
    }
    int limit = facts.limits().perSession().get(session.get());
    int used = facts.book().day().bySession().getOrDefault(session.get(), 0);
    return used >= limit
        ? Optional.of(
            new LimitRefusal.SessionFull(
                session.get(),
                limit,
                Sessions.nextRoom(
                    facts.now(), facts.book().day().bySession(), facts.limits().perSession())))
        : Optional.empty();
  }

  /** The entry may not be farther from the shown price than the card allowed. */
  static Optional<Refusal> collar(RiskCase facts) {
    if (!(facts.shown() instanceof Shown.At(var shown))) {
      return Optional.empty();
    }
    int band = facts.limits().bandPoints();
    var now = facts.quote().entry(facts.idea().direction());
    boolean moved =
        now.distanceTo(shown).compareTo(facts.spec().point().multiply(BigDecimal.valueOf(band)))
            > 0;
    return moved ? Optional.of(new MarketRefusal.PriceMoved(shown, now, band)) : Optional.empty();
  }
}
