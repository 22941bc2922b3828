package io.bitten.relay;

import static org.assertj.core.api.Assertions.assertThat;

import io.bitten.core.Some;
import io.bitten.core.account.Magic;
import io.bitten.core.account.Ticket;
import io.bitten.core.market.Level;
import io.bitten.core.market.Price;
import io.bitten.core.order.ExitReason;
import io.bitten.core.order.RelayCommand;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CloseAllTest extends Benched {
  private Relay relay;

  @BeforeEach
  void begin() {
    relay = bench.boot();
    relay.step(RelayBench.open());
    bench.time.advance(Duration.ofSeconds(2));
  }

  @Test
  void close_all_ends_ours_and_leaves_foreign_positions_alone() {
    Ticket foreign = new Ticket(5);
    bench.terminal.show(SomePositions.foreign(foreign, bench.time.instant()), "");
    close(relay, closeAll());
    assertThat(bench.state()).isEqualTo("CLOSED");
    assertThat(bench.terminal.positions()).hasSize(1);
    assertThat(bench.terminal.positions().getFirst().ticket()).isEqualTo(foreign);
  }

  @Test
  void close_all_finds_what_a_doubtful_order_became() {
    try (RelayBench doubtful = new RelayBench(folder.resolve("doubtful"))) {
      doubtful.terminal.mood(Mood.FILLS_AND_LOSES_THE_ANSWER);
      Relay fresh = doubtful.boot();
      fresh.step(RelayBench.open());
      assertThat(doubtful.state()).isEqualTo("UNKNOWN");
      close(fresh, closeAll());
      assertThat(doubtful.state()).isEqualTo("CLOSED");
      assertThat(doubtful.terminal.positions()).isEmpty();
    }
  }

  @Test
  void close_all_waits_for_what_a_doubtful_order_may_still_become() {
    try (RelayBench doubtful = new RelayBench(folder.resolve("doubtful"))) {
      doubtful.terminal.mood(Mood.FILLS_AND_LOSES_THE_ANSWER);
      Relay fresh = doubtful.boot();
      fresh.step(RelayBench.open());
      doubtful.terminal.connected(false);
      close(fresh, closeAll());
      assertThat(doubtful.state()).isEqualTo("UNKNOWN");
      assertThat(doubtful.world.closeWishes().of(Some.ACCOUNT, 10)).hasSize(1);
      Relay next = doubtful.boot();
      doubtful.seconds(next, 3);
      doubtful.terminal.connected(true);
      doubtful.seconds(next, 2);
      assertThat(doubtful.state()).isEqualTo("CLOSED");
      assertThat(doubtful.terminal.positions()).isEmpty();
      doubtful.seconds(next, 16);
      assertThat(doubtful.world.closeWishes().of(Some.ACCOUNT, 10)).isEmpty();
    }
  }

  @Test
  void close_all_means_nothing_that_was_placed_later() {
    RelayCommand.CloseAll before =
        new RelayCommand.CloseAll(RelayBench.header(Some.NOW.minusSeconds(1)), ExitReason.PANIC);
    close(relay, before);
    bench.seconds(relay, 17);
    assertThat(bench.state()).isEqualTo("PROTECTED");
    assertThat(bench.world.closeWishes().of(Some.ACCOUNT, 10)).isEmpty();
  }

  /** As a farm shows it whose clock is three hours ahead and not known yet. */
  @Test
  void close_all_ends_a_position_without_an_order_that_seems_to_be_opened_in_the_future() {
    Instant ahead = bench.time.instant().plus(Duration.ofHours(3));
    Level stop = Level.at(Price.of("1.09800"));
    bench.terminal.show(SomePositions.of(new Ticket(9), Magic.ours(4_711), stop, ahead), "");
    close(relay, closeAll());
    bench.seconds(relay, 3);
    assertThat(bench.terminal.positions()).isEmpty();
  }

  @Test
  void close_all_taken_by_a_relay_that_was_replaced_is_carried_out_by_the_other() {
    bench.time.advance(Tenure.LEASE);
    Relay other =
        bench.beside("relay-2", bench.world.leases(), RelayBench.disk(folder.resolve("2")));
    other.renewLease();
    bench.time.advance(Tenure.LEASE);
    other.renewLease();
    relay.renewLease();
    other.close(Some.ACCOUNT);
    assertThat(bench.terminal.positions()).hasSize(1);

    close(relay, closeAll());
    bench.time.advance(Duration.ofSeconds(6));
    other.close(Some.ACCOUNT);

    assertThat(bench.terminal.positions()).isEmpty();
    assertThat(bench.state()).isEqualTo("CLOSED");
  }

  private static void close(Relay relay, RelayCommand command) {
    assertThat(relay.step(command)).isInstanceOf(StepOutcome.Finished.class);
    relay.close(Some.ACCOUNT);
  }

  private RelayCommand.CloseAll closeAll() {
    return new RelayCommand.CloseAll(RelayBench.header(bench.time.instant()), ExitReason.PANIC);
  }
}
