package io.bitten.relay;

import static org.assertj.core.api.Assertions.assertThat;

import io.bitten.core.Some;
import io.bitten.core.account.Ticket;
import io.bitten.core.market.Level;
import io.bitten.core.order.OrderState;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An attempt that came to nothing may have come to something after all. */
class SecondAttemptTest extends Benched {
  private static final Ticket TICKET = new Ticket(77);

  private Relay relay;

  @BeforeEach
  void turned_down_once() {
    relay = bench.boot();
    bench.terminal.mood(Mood.CANNOT_BE_REACHED);
    relay.step(RelayBench.open());
    assertThat(bench.order().state()).isEqualTo(new OrderState.New(1));
    bench.terminal.mood(Mood.FILLS);
  }

  @Test
  void it_goes_on_a_young_and_complete_look_alone() {
    bench.terminal.connected(false);
    relay.look(Some.ACCOUNT);
    assertThat(relay.step(RelayBench.open())).as("not seen").isInstanceOf(StepOutcome.Later.class);

    bench.terminal.connected(true);
    relay.look(Some.ACCOUNT);
    bench.time.advance(Duration.ofMillis(3_001));
    assertThat(relay.step(RelayBench.open())).as("too old").isInstanceOf(StepOutcome.Later.class);
    assertThat(bench.order().state()).isEqualTo(new OrderState.New(1));

    relay.look(Some.ACCOUNT);
    relay.step(RelayBench.open());
    assertThat(bench.state()).isEqualTo("PROTECTED");
  }

  @Test
  void what_was_shown_before_a_look_that_failed_still_counts() {
    shows();
    relay.look(Some.ACCOUNT);
    bench.terminal.connected(false);
    relay.look(Some.ACCOUNT);
    assertThat(relay.step(RelayBench.open()))
        .isInstanceOfSatisfying(
            StepOutcome.Later.class,
            later -> assertThat(later.why()).isEqualTo("the broker shows what an attempt became"));
  }

  @Test
  void a_look_while_the_connection_is_made_still_keeps_it_back() {
    relay.look(Some.ACCOUNT);
    bench.terminal.beforeSending =
        () -> {
          shows();
          relay.look(Some.ACCOUNT);
        };
    relay.step(RelayBench.open());

    assertThat(bench.terminal.entryDeals(Some.magic())).isZero();
    assertThat(bench.order().state()).isEqualTo(new OrderState.New(2));
  }

  private void shows() {
    bench.terminal.show(
        SomePositions.of(TICKET, Some.magic(), Level.absent(), bench.time.instant()), "");
  }
}
