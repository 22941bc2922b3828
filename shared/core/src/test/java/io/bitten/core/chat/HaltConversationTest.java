package io.bitten.core.chat;

import static org.assertj.core.api.Assertions.assertThat;

import io.bitten.core.Golden;
import io.bitten.core.Some;
import io.bitten.core.account.UserId;
import io.bitten.core.halt.Halt;
import io.bitten.core.halt.HaltScope;
import io.bitten.core.market.Price;
import io.bitten.core.order.Exit;
import io.bitten.core.order.ExitReason;
import io.bitten.core.order.OrderState;
import io.bitten.core.signal.SignalClass;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** Stopping and lifting, as a trader and an administrator read it. */
class HaltConversationTest {
  private static final Duration SOON = Duration.ofMillis(400);
  private static final HaltScope ANNA = new HaltScope.OneUser(Some.USER);
  private static final HaltScope ALL = new HaltScope.Everything();
  private static final HaltScope ACCOUNT = new HaltScope.OneAccount(Some.ACCOUNT);

  private final Conversation anna = new Conversation(7001, "Anna");

  @Test
  void a_trader_stops_sees_where_it_holds_and_lifts_it_with_a_reason() throws IOException {
    ready();
    anna.beat("vps-1");
    anna.passes(Duration.ofSeconds(3));
    anna.beat("vps-2");
    anna.say("/emergency_stop   bad\nnews <b>");
    anna.reached(ANNA, "relay vps-2", SOON);
    anna.reached(ANNA, "terminal " + Some.ACCOUNT, SOON);
    anna.passes(Duration.ofSeconds(2));
    anna.tap("FIRE EURUSD BUY");
    anna.say("/status");
    anna.say("/emergency_stop again");
    anna.reached(ANNA, "relay vps-1", Duration.ofSeconds(12));
    anna.say("/recover");
    anna.say("/recover system nothing of the kind");
    anna.reached(ANNA, "relay vps-2", SOON);
    anna.say("/recover it is over");

    Golden.assertSame("emergency-stop.txt", anna.transcript());
  }

  @Test
  void a_panic_stops_first_then_closes_and_says_what_became_of_each() throws IOException {
    ready();
    anna.beat("vps-1");
    anna.tap("FIRE EURUSD BUY");
    anna.tap("Confirm");
    anna.passes(Duration.ofSeconds(1));
    anna.relay(new OrderState.Protected(Some.fill(), now()));
    anna.newPage();
    anna.say("/emergency_stop");
    anna.passes(Duration.ofSeconds(5));
    anna.say("/panic");
    anna.reached(ANNA, "relay vps-1", SOON);
    anna.passes(Duration.ofSeconds(1));
    anna.relay(new OrderState.Closing(Some.fill(), ExitReason.PANIC, now()));
    anna.passes(Duration.ofSeconds(1));
    anna.relay(
        new OrderState.Closed(
            Some.fill(),
            new Exit.Booked(Price.of("1.10101"), Some.usd("9.30"), ExitReason.PANIC, now())));
    anna.passes(Duration.ofSeconds(1));
    anna.say("/panic");
    anna.say("/recover I have calmed down");
    anna.passes(Duration.ofMinutes(1));
    anna.say("/panic");

    Golden.assertSame("panic.txt", anna.transcript());
  }

  @Test
  void an_order_that_a_halt_overtook_is_killed_by_the_sweep_and_told() throws IOException {
    ready();
    anna.newPage();
    anna.tap("FIRE EURUSD BUY");
    anna.tap("Confirm");
    anna.passes(Duration.ofSeconds(1));
    anna.say("/panic");
    anna.passes(Duration.ofSeconds(4));
    anna.sweep();

    Golden.assertSame("panic-overtakes.txt", anna.transcript());
  }

  @Test
  void a_sweep_that_found_no_order_says_of_none_that_it_waited() {
    Conversation otto = new Conversation(9001, "Otto", anna.memory, Conversation.SETTINGS);
    otto.say("/halt_all a drill");

    assertThat(otto.sweep())
        .contains("BITTEN, looking for orders that wait: seen after")
        .doesNotContain("an order that waited");
  }

  @Test
  void an_administrator_stops_everybody_and_one_account() throws IOException {
    ready();
    Conversation otto = new Conversation(9001, "Otto", anna.memory, Conversation.SETTINGS);
    anna.beat("vps-1");
    otto.say("/help");
    otto.say("/halt_all");
    anna.passes(Duration.ofSeconds(1));
    otto.reached(ALL, "relay vps-1", SOON);
    anna.looks();
    anna.say("/status");
    anna.say("/recover please");
    otto.say("/halt_all close the broker is down");
    anna.looks();
    otto.say("/recover system");
    anna.passes(Duration.ofSeconds(1));
    otto.say("/recover system the broker is back");
    anna.looks();
    otto.say("/halt_account");
    otto.say("/halt_account 1@Nowhere it is strange");
    otto.say("/halt_account " + Some.ACCOUNT + " a strange position");
    otto.reached(ACCOUNT, "relay vps-1", SOON);
    anna.looks();
    anna.say("/recover it was me");
    anna.passes(Duration.ofSeconds(1));
    otto.say("/recover account " + Some.ACCOUNT + " it was a test");
    anna.looks();

    Golden.assertSame("halt-all.txt", otto.transcript() + "\n=== Anna\n" + anna.transcript());
  }

  @Test
  void a_trader_is_not_let_to_stop_others_and_is_not_told_of_it() throws IOException {
    ready();
    anna.newPage();
    anna.say("/halt_all");
    anna.say("/halt_account " + Some.ACCOUNT);
    anna.say("/halt_al");
    anna.say("/help");

    Golden.assertSame("halt-not-allowed.txt", anna.transcript());
  }

  @Test
  void a_lifted_card_says_on_what_else_still_stops_the_trader() {
    ready();
    Conversation otto = new Conversation(9001, "Otto", anna.memory, Conversation.SETTINGS);
    anna.beat("vps-1");
    otto.say("/halt_all the broker is down");
    anna.say("/emergency_stop");
    anna.passes(Duration.ofSeconds(1));

    assertThat(anna.say("/recover ok"))
        .contains("Still stopped for the whole platform")
        .doesNotContain("possible again");
    assertThat(anna.reached(ANNA, "relay vps-1", SOON))
        .contains("relay vps-1: seen after", "Still stopped for the whole platform")
        .doesNotContain("possible again");
  }

  @Test
  void a_lifting_that_is_told_to_who_is_stopped_otherwise_promises_nothing() {
    ready();
    Conversation otto = new Conversation(9001, "Otto", anna.memory, Conversation.SETTINGS);
    otto.say("/halt_all the broker is down");
    anna.say("/emergency_stop");
    otto.say("/recover system the broker is back");

    assertThat(anna.looks())
        .contains("🟢 The stop is lifted for everybody: </b>the broker is back.")
        .doesNotContain("possible again");
  }

  @Test
  void an_account_without_its_server_lifts_nothing_of_an_administrators_own() {
    ready();
    Conversation otto = new Conversation(9001, "Otto", anna.memory, Conversation.SETTINGS);
    otto.say("/emergency_stop");

    assertThat(otto.say("/recover account 500123 checked"))
        .contains("an account is needed, login@server")
        .contains("/recover account 500123@Demo-Server checked");
    assertThat(anna.memory.halts().read(new HaltScope.OneUser(UserId.ofTelegram(9001))))
        .isInstanceOf(Halt.Active.class);
  }

  private Instant now() {
    return anna.time.instant();
  }

  private void ready() {
    anna.say("/start");
    anna.tap("I accept the terms and the risk");
    anna.tap("Link a demo account");
    anna.memory.calendars().keep(Some.calendar());
    anna.passes(Duration.ofSeconds(1));
    anna.signal(SomeCards.signal(SignalClass.RAPID, 75));
    anna.newPage();
  }
}
