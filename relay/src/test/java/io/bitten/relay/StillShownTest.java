package io.bitten.relay;

import static org.assertj.core.api.Assertions.assertThat;

import io.bitten.core.Some;
import io.bitten.core.account.Position;
import io.bitten.core.account.Ticket;
import io.bitten.core.market.Level;
import io.bitten.core.order.ExitReason;
import io.bitten.core.order.RelayCommand;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A look may show what is gone: nothing of it is late. */
class StillShownTest extends Benched {
  private static final Ticket OTHER = new Ticket(77);

  private Relay relay;

  @BeforeEach
  void begin() {
    relay = bench.boot();
  }

  @Test
  void what_ended_between_the_look_and_the_orders_is_not_called_late() {
    bench.time.advance(Duration.ofSeconds(9));
    relay.step(RelayBench.open());
    bench.terminal.show(
        SomePositions.of(OTHER, Some.magic(), Level.absent(), bench.time.instant()),
        Some.ORDER.value());
    bench.terminal.afterLook = () -> bench.terminal.hide(OTHER);
    assertThat(kinds(relay)).isEmpty();
  }

  @Test
  void a_terminal_that_still_shows_what_was_closed_makes_nothing_late_until_it_goes_on_for_long() {
    relay.step(RelayBench.open());
    Position was = bench.terminal.positions().getFirst();
    relay.step(bench.closeCommand());
    relay.close(Some.ACCOUNT);
    assertThat(bench.state()).isEqualTo("CLOSED");
    bench.terminal.show(was, "");
    assertThat(kinds(relay)).isEmpty();
    relay.step(new RelayCommand.CloseAll(RelayBench.header(), ExitReason.PANIC));
    relay.close(Some.ACCOUNT);
    assertThat(bench.terminal.positions()).as("nothing was done").containsExactly(was);

    bench.time.advance(Duration.ofSeconds(10));
    assertThat(kinds(relay)).containsExactly("late");
    assertThat(bench.terminal.positions()).isEmpty();
  }

  private static List<String> kinds(Relay relay) {
    return relay.reconcile(Some.ACCOUNT).stream().map(one -> one.text().kind()).toList();
  }
}
