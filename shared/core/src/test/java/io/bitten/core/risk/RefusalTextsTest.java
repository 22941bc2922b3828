package io.bitten.core.risk;

import static org.assertj.core.api.Assertions.assertThat;

import io.bitten.core.Golden;
import io.bitten.core.Some;
import io.bitten.core.account.Role;
import io.bitten.core.account.Tier;
import io.bitten.core.chat.CommandName;
import io.bitten.core.halt.HaltScope;
import io.bitten.core.market.Direction;
import io.bitten.core.market.Lots;
import io.bitten.core.market.Price;
import io.bitten.core.signal.SignalClass;
import io.bitten.core.signal.Tcs;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What a trader reads when a trade is refused: every refusal, in {@code golden/refusals.txt}. */
final class RefusalTextsTest {
  private static final Price ENTRY = Price.of("1.10000");
  private static final Price LEVEL = Price.of("1.09990");
  private static final Lots ASKED = Lots.of("0.15");
  private static final Lots FITS = Lots.of("0.10");

  private static final Pattern COMMAND = Pattern.compile("(?<!\\S)/[a-z_]+");

  private static final List<Refusal> STANDING =
      List.of(
          new StandingRefusal.Halted(new HaltScope.Everything(), "drill"),
          new StandingRefusal.Halted(new HaltScope.OneAccount(Some.ACCOUNT), "a stranger"),
          new StandingRefusal.Halted(new HaltScope.OneUser(Some.USER), "/emergency_stop"),
          new StandingRefusal.OathNotTaken(),
          new StandingRefusal.NoAccount(),
          new StandingRefusal.AccountModeNotAllowed(Tier.PRESS_PASS),
          new StandingRefusal.AccountUnseen(),
          new StandingRefusal.AccountStale(Duration.ofSeconds(9), Duration.ofSeconds(5)),
          new StandingRefusal.SignalGone(),
          new StandingRefusal.SignalExpired(Some.NOW),
          new StandingRefusal.SignalAlreadyTaken(Some.EURUSD, Direction.BUY, FITS, Some.NOW),
          new StandingRefusal.SubscriptionClosed(Tier.PRESS_PASS),
          new StandingRefusal.SubscriptionClosed(Tier.FANG),
          new StandingRefusal.ClassLocked(
              SignalClass.SNIPER, Tier.NIBBLER, new Remedy.Upgrade(Tier.FANG)),
          new StandingRefusal.TcsTooLow(new Tcs(62), new Tcs(70)),
          new StandingRefusal.TiltLocked(4, 2, Some.NOW),
          new StandingRefusal.OfferGone(),
          new StandingRefusal.OfferExpired(Some.NOW),
          new StandingRefusal.OfferEnded());

  private static final List<Refusal> MARKET =
      List.of(
          new MarketRefusal.SymbolUnknown(Some.EURUSD),
          new MarketRefusal.NoQuote(Some.EURUSD),
          new MarketRefusal.QuoteStale(Some.EURUSD, Duration.ofSeconds(-1), Duration.ofSeconds(5)),
          new MarketRefusal.NewsLockout("CPI", Some.EURUSD.quote(), Some.NOW, Some.NOW),
          new MarketRefusal.OutsideSessions(Some.NOW),
          new MarketRefusal.PriceMoved(ENTRY, LEVEL, 20));

  private static final List<Refusal> LIMIT =
      List.of(
          new LimitRefusal.SessionFull(Session.LONDON, 5, Some.NOW),
          new LimitRefusal.SessionFull(Session.NEW_YORK, 8, Some.NOW),
          new LimitRefusal.SessionFull(Session.TOKYO, 3, Some.NOW),
          new LimitRefusal.FiresUsed(6, Tier.NIBBLER, Some.NOW),
          new LimitRefusal.TierPositionsFull(1, Tier.NIBBLER),
          new LimitRefusal.TierPositionsFull(2, Tier.FANG),
          new LimitRefusal.PositionsFull(10),
          new LimitRefusal.SymbolFull(Some.EURUSD, 2),
          new LimitRefusal.OnePositionOnly("Weekend"),
          capped(new DayLoss.Shown(Some.usd("612.5")), "0"),
          capped(new DayLoss.Booked(Some.usd("312.5")), "300"),
          capped(new DayLoss.Shown(Some.usd("0")), "600"),
          capped(new DayLoss.Shown(Some.usd("-50")), "700"),
          new LimitRefusal.DrawdownReached(Some.usd("501"), Some.usd("0"), Some.usd("500")),
          new LimitRefusal.DrawdownReached(Some.usd("300"), Some.usd("400"), Some.usd("500")),
          new LimitRefusal.DrawdownReached(Some.usd("0"), Some.usd("500"), Some.usd("500")),
          tooHigh(Budget.RISK_PER_TRADE),
          tooHigh(Budget.HALF_RISK),
          tooHigh(Budget.DAILY_LOSS),
          tooHigh(Budget.DRAWDOWN),
          tooHigh(Budget.EXPOSURE),
          new LimitRefusal.ExposureFull(Some.EURUSD.base(), Some.usd("600"), Some.usd("600")),
          new LimitRefusal.MarginTooLow(Some.usd("4999"), Some.usd("5000")),
          new LimitRefusal.TooFast(Some.NOW),
          new LimitRefusal.TooManyThisHour(20, Some.NOW));

  private static final List<Refusal> LEVELS =
      List.of(
          new LevelRefusal.StopMissing(),
          new LevelRefusal.StopAtEntry(ENTRY),
          new LevelRefusal.StopWrongSide(LEVEL, ENTRY),
          new LevelRefusal.TargetMissing(),
          new LevelRefusal.TargetWrongSide(LEVEL, ENTRY),
          new LevelRefusal.StopTooClose(LEVEL, Price.of("1.09976")),
          new LevelRefusal.NoEquity(Some.usd("0")),
          new LevelRefusal.BelowMinimumLots(
              Lots.of("0.01"), Some.usd("2"), Some.usd("2.2"), new BigDecimal("2.2050")),
          new LevelRefusal.NotALotStep(ASKED, FITS, FITS),
          new LevelRefusal.BelowSmallestLots(FITS, ASKED),
          new LevelRefusal.AboveLargestLots(ASKED, Lots.of("0.12"), FITS));

  @Test
  void every_refusal_says_what_is_wrong_and_what_would_pass() throws IOException {
    Golden.assertSame(
        "refusals.txt",
        all()
            .map(no -> no.code() + "\n  " + no.sentence() + "\n  " + no.remedy().sentence())
            .map(text -> text.stripTrailing() + "\n")
            .collect(Collectors.joining()));
  }

  @Test
  void every_command_a_refusal_names_is_one_that_everybody_has() {
    Set<String> everybodys =
        Stream.of(CommandName.values())
            .filter(name -> name.allowedTo(Tier.PRESS_PASS, Role.TRADER))
            .map(name -> "/" + name.word())
            .collect(Collectors.toSet());
    List<String> named =
        all()
            .flatMap(no -> Stream.of(no.sentence(), no.remedy().sentence()))
            .flatMap(text -> COMMAND.matcher(text).results().map(MatchResult::group))
            .toList();

    assertThat(everybodys).containsAll(named);
    assertThat(named).contains("/fire");
  }

  @Test
  void no_kind_of_refusal_is_missing_here() {
    Set<Class<?>> kinds =
        Stream.of(Refusal.class.getPermittedSubclasses())
            .flatMap(family -> Stream.of(family.getPermittedSubclasses()))
            .collect(Collectors.toSet());
    assertThat(all().<Class<?>>map(Object::getClass).collect(Collectors.toSet())).isEqualTo(kinds);
  }

  private static Stream<Refusal> all() {
    return Stream.of(STANDING, MARKET, LIMIT, LEVELS).flatMap(List::stream);
  }

  private static Refusal capped(DayLoss lost, String atRisk) {
    return new LimitRefusal.DailyLossReached(lost, Some.usd(atRisk), Some.usd("600"), Some.NOW);
  }

  private static Refusal tooHigh(Budget budget) {
    return new LimitRefusal.RiskTooHigh(budget, Some.usd("30"), Some.usd("20"), ASKED, FITS);
  }
}
