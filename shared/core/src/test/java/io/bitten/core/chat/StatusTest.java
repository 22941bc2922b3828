package io.bitten.core.chat;

import static org.assertj.core.api.Assertions.assertThat;

import io.bitten.core.Interrupted;
import io.bitten.core.Rulebook;
import io.bitten.core.Some;
import io.bitten.core.SomeRules;
import io.bitten.core.Versioned;
import io.bitten.core.World;
import io.bitten.core.account.AccountId;
import io.bitten.core.account.AccountSnapshot;
import io.bitten.core.account.ChatId;
import io.bitten.core.account.Magic;
import io.bitten.core.account.Position;
import io.bitten.core.account.Subscription;
import io.bitten.core.account.Tier;
import io.bitten.core.account.Trader;
import io.bitten.core.fill.Report;
import io.bitten.core.market.Market;
import io.bitten.core.market.Symbol;
import io.bitten.core.signal.SignalClass;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class StatusTest {
  private static final AccountId OTHER = AccountId.of(999_111, "Other-Server");
  private static final String ROUTES =
      "lease epoch 1; "
          + OTHER
          + " FARM circuit OPEN, no answer; "
          + Some.ACCOUNT
          + " FARM circuit CLOSED, up";

  @Test
  void a_trader_is_told_of_the_own_terminal_and_of_nobody_elses() {
    Conversation anna = new Conversation(7001, "Anna");
    link(anna);
    beat(anna, List.of(OTHER, Some.ACCOUNT));

    assertThat(anna.say("/status"))
        .contains("Relay: vps-1, heard 0 s ago, your terminal: up")
        .doesNotContain("Other-Server");
  }

  @Test
  void a_relay_that_does_not_work_for_the_account_is_not_passed_off_as_one_that_does() {
    Conversation anna = new Conversation(7001, "Anna");
    link(anna);
    beat(anna, List.of(OTHER));

    assertThat(anna.say("/status"))
        .contains("Relay: none works for your account right now")
        .doesNotContain("Other-Server");
  }

  @Test
  void what_is_open_and_not_ours_takes_a_place_in_me_as_in_the_limit() {
    Conversation anna = new Conversation(7001, "Anna");
    link(anna);
    assertThat(anna.say("/me")).contains("positions 0 of 1");
    anna.memory.accounts().keep(holding(notOurs(), anna.time.instant()));

    assertThat(anna.say("/me")).contains("positions 1 of 1");
  }

  @Test
  void over_the_weekend_it_says_until_when_the_market_is_shut() {
    Conversation anna = new Conversation(7001, "Anna");
    link(anna);
    assertThat(anna.say("/status")).contains("Trading is open").doesNotContain("shut");
    anna.time.advance(Duration.between(Some.NOW, Instant.parse("2024-01-06T10:00:00Z")));

    assertThat(anna.say("/status"))
        .contains("The forex market is shut until 7 Jan 2024 22:00 UTC.");
  }

  @Test
  void a_class_that_never_reaches_the_tiers_lowest_rank_is_not_said_to_be_fireable() {
    Conversation anna = new Conversation(7001, "Anna");
    link(anna);
    assertThat(anna.say("/me")).contains("May fire: TRAINING, RAPID from TCS 60");
    Versioned<Trader> stored = anna.memory.traders().find(Some.USER).orElseThrow();
    Subscription fang = new Subscription.Active(Tier.FANG, Some.NOW.plusSeconds(999));
    anna.memory.traders().save(stored.with(stored.value().with(fang)));

    assertThat(anna.say("/me")).contains("May fire: RAPID, PRECISION, SNIPER from TCS 70");
  }

  @Test
  void the_live_signals_are_counted_as_the_tier_sees_them() {
    Conversation anna = new Conversation(7001, "Anna");
    link(anna);
    anna.signal(SomeCards.signal(SignalClass.SNIPER, 93));

    assertThat(anna.say("/fire")).contains("No live signal for your tier");
    assertThat(anna.say("/status")).contains("Live signals you may see: 0");
  }

  private static Position notOurs() {
    Position p = Some.position();
    return new Position(
        p.ticket(),
        p.symbol(),
        p.direction(),
        p.lots(),
        p.openPrice(),
        p.stopLoss(),
        p.takeProfit(),
        p.profit(),
        p.swap(),
        p.commission(),
        new Magic(0),
        p.openedAt());
  }

  private static AccountSnapshot holding(Position position, Instant at) {
    AccountSnapshot s = Some.snapshot(at);
    return new AccountSnapshot(
        s.account(),
        at,
        s.balance(),
        s.equity(),
        s.margin(),
        s.freeMargin(),
        List.of(position),
        s.quotes(),
        s.specs());
  }

  @Test
  void an_operator_reads_all_that_the_relay_says() {
    ChatSettings known =
        new ChatSettings(
            Conversation.SETTINGS.tapSecret(),
            "BittenBot",
            Conversation.SETTINGS.demoPool(),
            "",
            "",
            Set.of(7001L));
    Conversation boss = new Conversation(7001, "Boss", known);
    boss.say("/start");
    beat(boss, List.of(OTHER));

    assertThat(boss.say("/status")).contains("route " + ROUTES);
  }

  @Test
  void prices_are_the_accounts_own_with_their_age_and_nobody_is_asked_for_them() {
    Conversation anna = new Conversation(7001, "Anna");
    link(anna);
    anna.memory.accounts().keep(Some.snapshot(anna.time.instant()));
    anna.time.advance(Duration.ofSeconds(40));
    World unasked =
        Interrupted.before(
            anna.memory.world(),
            Market.class,
            "quote",
            () -> {
              throw new AssertionError("the price source was asked");
            });
    Map<Symbol, Integer> pairs = Map.of(Some.EURUSD, 5, new Symbol("GBPUSD"), 5);
    Rulebook two = SomeRules.rulebook().with(SomeRules.signals(pairs));

    new ChatDesk(unasked, two, Conversation.SETTINGS)
        .handle(new Incoming.Said(9, new ChatId(7001), Some.USER, "Anna", "/status"));

    assertThat(anna.looks())
        .contains("EURUSD 1.09992 / 1.10000 at your broker 40 s ago")
        .contains("GBPUSD: no price from your broker", "News calendar");
  }

  @Test
  void who_has_no_account_yet_is_told_of_no_prices() {
    assertThat(new Conversation(7001, "Anna").say("/status"))
        .contains("No account is linked")
        .doesNotContain("EURUSD");
  }

  private static void link(Conversation person) {
    person.say("/start");
    person.tap("I accept the terms and the risk");
    person.tap("Link a demo account");
  }

  private static void beat(Conversation person, List<AccountId> working) {
    person
        .memory
        .relays()
        .keep(new Report.Heartbeat("vps-1", "boot-1", ROUTES, working, person.time.instant()));
  }
}
