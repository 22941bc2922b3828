package io.bitten.core.chat;

import static org.assertj.core.api.Assertions.assertThat;

import io.bitten.core.Golden;
import io.bitten.core.Some;
import io.bitten.core.SomeKinds;
import io.bitten.core.Versioned;
import io.bitten.core.account.DemoPool;
import io.bitten.core.account.Subscription;
import io.bitten.core.account.Tier;
import io.bitten.core.account.Trader;
import io.bitten.core.market.Price;
import io.bitten.core.order.Exit;
import io.bitten.core.order.ExitReason;
import io.bitten.core.order.Order;
import io.bitten.core.order.OrderState;
import io.bitten.core.order.OrphanFact;
import io.bitten.core.order.OrphanSource;
import io.bitten.core.signal.Odds;
import io.bitten.core.signal.SignalClass;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Whole conversations, as a trader reads them. */
class ConversationTest {
  private final Conversation anna = new Conversation(7001, "Anna");

  @Test
  void from_hello_to_a_closed_trade() throws IOException {
    ready();
    anna.say("/start");
    anna.signal(SomeCards.signal(SignalClass.RAPID, 75));
    anna.tap("Details");
    anna.tap("Back");
    anna.tap("FIRE EURUSD BUY");
    anna.tap("Confirm");
    anna.relay(new OrderState.Filled(Some.fill()));
    anna.relay(new OrderState.Protected(Some.fill(), Some.NOW.plusSeconds(3)));
    anna.beat("relay-1");
    anna.say("/close");
    anna.tap("Close EURUSD 900001");
    anna.relay(new OrderState.Closing(Some.fill(), ExitReason.TRADER, Some.NOW.plusSeconds(60)));
    Exit exit =
        new Exit.Booked(
            Price.of("1.10101"), Some.usd("9.30"), ExitReason.TRADER, Some.NOW.plusSeconds(62));
    anna.relay(new OrderState.Closed(Some.fill(), exit));
    anna.say("/history");

    Golden.assertSame("first-trade.txt", anna.transcript());
  }

  @Test
  void commands_that_are_not_understood_or_not_allowed() throws IOException {
    anna.say("/fire");
    anna.say("/help@BittenBot");
    anna.say("/help@AnotherBot");
    String first = anna.transcript();
    ready();
    anna.newPage();
    anna.say("/posiitons");
    anna.say("/fire banana");
    anna.say("/history 99");
    anna.say("/close soon");
    anna.say("/balance now");
    anna.say("/signals");
    anna.say("/fire SIG_20990101_001");
    anna.say("hello");

    Golden.assertSame("wrong-commands.txt", first + anna.transcript());
  }

  @Test
  void what_an_account_with_a_position_looks_like() throws IOException {
    ready();
    anna.signal(SomeCards.signal(SignalClass.RAPID, 75));
    anna.tap("FIRE EURUSD BUY");
    anna.tap("Confirm");
    anna.newPage();
    anna.relay(new OrderState.Protected(Some.fill(), Some.NOW.plusSeconds(3)));
    anna.passes(Duration.ofSeconds(20));
    anna.time.advance(Duration.ofSeconds(1));
    anna.seen(SomeLooks.withPosition(anna.time.instant()));
    anna.say("/positions");
    anna.time.advance(Duration.ofSeconds(40));
    anna.tap("Refresh");
    anna.say("/balance");
    anna.say("/me");
    anna.say("/status");
    anna.beat("relay-1");
    anna.say("/closeall");
    anna.tap("Close all 1");
    anna.say("/closeall");
    anna.time.advance(Duration.ofSeconds(60));
    anna.tap("Close all 1");

    Golden.assertSame("account.txt", anna.transcript());
  }

  @Test
  void a_signal_fired_by_its_id_lives_on_in_the_message_that_was_confirmed() throws IOException {
    ready();
    anna.signal(SomeCards.signal(SignalClass.RAPID, 75));
    anna.newPage();
    anna.say("/fire SIG_20240102_001");
    anna.tap("Confirm");
    anna.relay(new OrderState.Protected(Some.fill(), Some.NOW.plusSeconds(3)));

    Golden.assertSame("fire-by-id.txt", anna.transcript());
  }

  @Test
  void cancelled_late_and_refused_fires_trade_nothing() throws IOException {
    ready();
    anna.newPage();
    anna.signal(SomeCards.signal(SignalClass.RAPID, 75));
    anna.tap("FIRE EURUSD BUY");
    anna.tap("Cancel");
    anna.tap("FIRE EURUSD BUY");
    anna.passes(Duration.ofSeconds(31));
    anna.tap("Confirm");
    anna.time.advance(Duration.ofSeconds(6));
    anna.tap("FIRE EURUSD BUY");
    anna.passes(Duration.ofSeconds(1));
    anna.tap("FIRE EURUSD BUY");
    anna.time.advance(Duration.ofSeconds(7));
    anna.tap("Confirm");
    anna.say("/emergency_stop");
    anna.passes(Duration.ofSeconds(1));
    anna.tap("FIRE EURUSD BUY");
    anna.say("/recover");
    anna.say("/recover the news is over");
    anna.say("/recover the news is over");
    anna.passes(Duration.ofSeconds(180));
    anna.tap("FIRE EURUSD BUY");

    Golden.assertSame("no-trade.txt", anna.transcript());
  }

  @Test
  void an_order_that_was_executed_after_it_had_expired() throws IOException {
    ready();
    anna.signal(SomeCards.signal(SignalClass.RAPID, 75));
    anna.tap("FIRE EURUSD BUY");
    anna.tap("Confirm");
    anna.newPage();
    anna.relay(new OrderState.Expired(Some.NOW.plusSeconds(30)));
    Order order = anna.onlyOrder();
    anna.orphan(SomeKinds.found(new OrphanSource.OfOrder(order.id(), order.number(), "EXPIRED")));
    anna.say("/positions");
    anna.time.advance(Duration.ofSeconds(1));
    anna.seen(SomeLooks.withPosition(anna.time.instant()));
    anna.say("/positions");
    anna.say("/closeall");
    Exit lost =
        new Exit.Booked(
            Price.of("1.09961"), Some.usd("-4.70"), ExitReason.LATE, Some.NOW.plusSeconds(50));
    anna.orphan(new OrphanFact.Gone(lost));
    anna.say("/history");

    Golden.assertSame("late-execution.txt", anna.transcript());
  }

  @Test
  void a_card_says_what_the_readers_tier_may_do() throws IOException {
    ready();
    anna.newPage();
    tier(new Subscription.Active(Tier.NIBBLER, Some.NOW.plusSeconds(999)));
    anna.signal(SomeCards.signal(SignalClass.SNIPER, 93));
    anna.tap("Skip");
    anna.say("/fire");
    tier(new Subscription.Ended(Tier.COMMANDER));
    anna.say("/fire");
    anna.say("/signals");
    anna.say("/me");
    Conversation bert = new Conversation(7002, "Bert");
    bert.say("/start");
    bert.tap("I accept the terms and the risk");
    bert.newPage();
    bert.signal(SomeCards.signal(SignalClass.TRAINING, 61, new Odds.NotEnough(17)));

    Golden.assertSame("tiers.txt", anna.transcript() + "===\n" + bert.transcript());
  }

  @Test
  void who_may_borrow_no_account_is_told_what_to_do() {
    ChatSettings closed =
        new ChatSettings(
            Conversation.SETTINGS.tapSecret(),
            "BittenBot",
            DemoPool.parse(
                List.of(Some.ACCOUNT + ":broker1:USD"), List.of(Some.ACCOUNT + "=7001"), Set.of()),
            "",
            "",
            Set.of());
    Conversation stranger = new Conversation(7002, "Bert", closed);
    stranger.say("/start");
    stranger.tap("I accept the terms and the risk");

    assertThat(stranger.tap("Link a demo account"))
        .contains("No demo account is set aside for you here.", "<code>7002</code>");
    assertThat(stranger.memory.accounts().find(Some.ACCOUNT)).isEmpty();
  }

  private void ready() {
    anna.say("/start");
    anna.tap("I accept the terms and the risk");
    anna.tap("Link a demo account");
    anna.memory.calendars().keep(Some.calendar());
    anna.passes(Duration.ofSeconds(1));
  }

  private void tier(Subscription subscription) {
    Versioned<Trader> stored = anna.memory.traders().find(Some.USER).orElseThrow();
    anna.memory.traders().save(stored.with(stored.value().with(subscription)));
  }
}
