package io.bitten.core.signal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bitten.core.Event;
import io.bitten.core.Interrupted;
import io.bitten.core.Rulebook;
import io.bitten.core.Some;
import io.bitten.core.market.Symbol;
import io.bitten.core.news.Impact;
import io.bitten.core.news.NewsCalendar;
import io.bitten.core.news.NewsEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class ScoreDeskTest {
  private final SignalHour hour = new SignalHour();

  @Test
  void a_candle_becomes_one_signal_in_the_ledger_and_one_announcement() {
    List<Scoring> done = hour.desk().step();

    Signal signal = ((Scoring.Announced) done.getFirst()).signal();
    assertThat(done).hasSize(1);
    assertThat(signal.createdAt()).isEqualTo(hour.time.instant());
    assertThat(signal.expiresAt()).isEqualTo(hour.time.instant().plus(Duration.ofMinutes(3)));
    assertThat(signal.verdicts())
        .extracting(Verdict::source)
        .containsExactly("technical", "regime", "news");
    assertThat(hour.memory.ledger().find(signal.id())).contains(signal);
    assertThat(hour.memory.events().published())
        .singleElement()
        .isInstanceOfSatisfying(
            Event.SignalGenerated.class, event -> assertThat(event.signal()).isEqualTo(signal));
    intact(1);
  }

  @Test
  void the_same_minute_again_changes_nothing() {
    ScoreDesk desk = hour.desk();
    desk.step();

    assertThat(desk.step()).singleElement().isInstanceOf(Scoring.Known.class);
    assertThat(hour.desk().step()).singleElement().isInstanceOf(Scoring.Known.class);
    assertThat(hour.memory.events().published()).hasSize(1);
    intact(1);
  }

  @Test
  void a_crash_between_any_two_calls_is_made_good_by_the_next_step() {
    int crashes = 0;
    for (int call = 1; call <= 40; call++) {
      for (boolean before : new boolean[] {true, false}) {
        SignalHour its = new SignalHour();
        crashes += crashed(its, new Interrupted.Moment(call, before)) ? 1 : 0;
        its.desk().step();
        assertThat(its.memory.ledger().entries(1, 10)).hasSize(1);
        assertThat(announced(its)).hasSize(1);
        assertThat(its.memory.ledger().announced(announced(its).iterator().next())).isTrue();
      }
    }
    assertThat(crashes).isGreaterThan(20);
  }

  @Test
  void two_scorers_at_any_interleaving_make_one_signal() {
    for (int call = 1; call <= 20; call++) {
      SignalHour its = new SignalHour();
      ScoreDesk other = its.desk();
      new ScoreDesk(
              Interrupted.world(its.world(), new Interrupted.Moment(call, true), other::step),
              SignalHour.RULEBOOK)
          .step();
      assertThat(its.memory.ledger().entries(1, 10)).hasSize(1);
      assertThat(announced(its)).hasSize(1);
    }
  }

  @Test
  void what_was_appended_and_never_announced_is_announced_after_the_next_candle_closed() {
    crashed(hour, beforePublishing());
    hour.memory.market().show(List.of());
    hour.time.advance(Duration.ofMinutes(2));

    assertThat(hour.desk().step()).first().isInstanceOf(Scoring.Announced.class);
  }

  @Test
  void an_expired_signal_is_not_announced() {
    crashed(hour, beforePublishing());
    hour.time.advance(Duration.ofMinutes(3));

    assertThat(hour.desk().step()).singleElement().isInstanceOf(Scoring.TooLate.class);
    assertThat(hour.memory.events().published()).isEmpty();
  }

  @Test
  void a_stale_quote_an_old_candle_and_a_closed_market_are_told_apart() {
    hour.quote(hour.time.instant().minusSeconds(6));
    assertThat(reason()).isEqualTo("stale_quote");

    hour.time.advance(Duration.ofMinutes(4));
    assertThat(reason()).isEqualTo("old_candle");

    hour.time.set(Instant.parse("2030-01-05T12:00:00Z"));
    assertThat(reason()).isEqualTo("market_closed");
  }

  @Test
  void high_impact_news_is_a_reason_for_silence() {
    NewsEvent event =
        new NewsEvent(
            "CPI m/m", Some.EURUSD.quote(), Impact.HIGH, hour.closed.plusSeconds(600), "", "", "");
    hour.memory.calendars().keep(new NewsCalendar(hour.time.instant(), List.of(event)));

    assertThat(reason()).isEqualTo("news_blackout");
    intact(0);
  }

  @Test
  void a_failing_pair_does_not_keep_the_others_from_their_turn() {
    SignalRulebook one = SignalHour.RULEBOOK.signals();
    Rulebook two =
        SignalHour.RULEBOOK.with(
            SomeSignalRules.with(one, Set.of(new Symbol("AUDUSD"), Some.EURUSD)));
    AtomicInteger failures = new AtomicInteger();
    Interrupted.Moment firstPairsCandles = new Interrupted.Moment(2, true);
    ScoreDesk desk =
        new ScoreDesk(
            Interrupted.world(
                hour.world(),
                firstPairsCandles,
                () -> {
                  failures.incrementAndGet();
                  throw new IllegalStateException("no answer");
                }),
            two);

    assertThatThrownBy(desk::step).hasMessage("no answer");
    assertThat(failures).hasValue(1);
    assertThat(hour.memory.events().published()).hasSize(1);
  }

  @Test
  void a_clock_behind_the_ledger_stops_scoring_instead_of_backdating() {
    hour.desk().step();
    Signal future = Some.signal();
    assertThat(future.createdAt()).isAfter(hour.time.instant());
    LedgerHead head = hour.memory.ledger().head();
    hour.memory.ledger().append(future, LedgerEntry.after(head, LedgerBody.of(2, future)));
    LedgerClerk clerk = new LedgerClerk(hour.memory.ledger(), hour.time, Duration.ofMinutes(3));

    assertThatThrownBy(() -> clerk.enter(draft())).hasMessageContaining("the clock says");
  }

  private static Draft draft() {
    Signal like = Some.signal(9);
    return new Draft(
        like.symbol(),
        like.direction(),
        like.entry(),
        like.stopLoss(),
        like.takeProfit(),
        like.tcs(),
        like.signalClass(),
        like.odds(),
        like.verdicts(),
        like.pattern(),
        like.model(),
        like.timeframe(),
        like.candle(),
        like.digits());
  }

  /** Where the publish call is, counted by trying. */
  private static Interrupted.Moment beforePublishing() {
    for (int call = 1; call <= 100; call++) {
      SignalHour its = new SignalHour();
      crashed(its, new Interrupted.Moment(call, true));
      if (its.memory.ledger().head().seq() == 1 && its.memory.events().published().isEmpty()) {
        return new Interrupted.Moment(call, true);
      }
    }
    throw new AssertionError("no crash left a signal unannounced");
  }

  private static boolean crashed(SignalHour its, Interrupted.Moment when) {
    Runnable crash =
        () -> {
          throw new Interrupted.Crash();
        };
    try {
      new ScoreDesk(Interrupted.world(its.world(), when, crash), SignalHour.RULEBOOK).step();
      return false;
    } catch (Interrupted.Crash e) {
      return true;
    }
  }

  private static Set<SignalId> announced(SignalHour its) {
    Set<SignalId> ids = new HashSet<>();
    its.memory
        .events()
        .published()
        .forEach(event -> ids.add(((Event.SignalGenerated) event).signal().id()));
    return ids;
  }

  private String reason() {
    return ((Scoring.Quiet) hour.desk().step().getFirst()).reason().code();
  }

  private void intact(long entries) {
    assertThat(LedgerVerifier.verify(hour.memory.ledger(), List.of()))
        .isInstanceOfSatisfying(
            Verification.Intact.class, found -> assertThat(found.head().seq()).isEqualTo(entries));
  }
}
