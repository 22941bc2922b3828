package io.bitten.relay;

import static org.assertj.core.api.Assertions.assertThat;

import io.bitten.core.Some;
import io.bitten.core.account.Ticket;
import io.bitten.core.fill.Report;
import io.bitten.core.halt.Halt;
import io.bitten.core.halt.HaltScope;
import io.bitten.core.order.ExitReason;
import io.bitten.core.order.OrderState;
import io.bitten.core.order.RelayCommand;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExitTest {
  @TempDir Path folder;
  private RelayBench bench;
  private Relay relay;

  @BeforeEach
  void set() {
    bench = new RelayBench(folder);
    relay = bench.boot();
    relay.step(RelayBench.open());
    bench.time.advance(Duration.ofSeconds(2));
  }

  @AfterEach
  void close() {
    bench.close();
  }

  @Test
  void a_close_ends_the_position_and_books_what_the_broker_says() {
    assertThat(relay.step(bench.closeCommand())).isInstanceOf(StepOutcome.Finished.class);
    relay.tell();
    assertThat(bench.order().state())
        .isInstanceOfSatisfying(
            OrderState.Closed.class,
            closed -> {
              assertThat(closed.exit().reason()).isEqualTo(ExitReason.TRADER);
              assertThat(closed.exit().net()).isEqualTo(Some.usd("4.30"));
            });
    assertThat(bench.told()).isEqualTo("CLOSED");
  }

  @Test
  void closing_what_is_closed_is_success() {
    RelayCommand.Close command = bench.closeCommand();
    relay.step(command);
    assertThat(relay.step(command)).isInstanceOf(StepOutcome.Finished.class);
  }

  @Test
  void a_close_passes_while_everything_is_halted() {
    HaltScope everything = new HaltScope.Everything();
    bench.world.halts().write(new Halt.Active(everything, 1, "tg-1", "test", Some.NOW));
    relay.refreshHalts();
    relay.step(bench.closeCommand());
    assertThat(bench.state()).isEqualTo("CLOSED");
  }

  @Test
  void a_close_whose_answer_is_lost_is_carried_out_later() {
    RelayCommand.Close command = bench.closeCommand();
    bench.terminal.connected(false);
    assertThat(relay.step(command)).isInstanceOf(StepOutcome.Finished.class);
    assertThat(bench.state()).isEqualTo("CLOSING");
    bench.terminal.connected(true);
    bench.second(relay);
    assertThat(bench.state()).isEqualTo("CLOSED");
  }

  @Test
  void a_refused_close_leaves_the_position_protected() {
    bench.terminal.refuseCloses("TRADE_RETCODE_MARKET_CLOSED");
    relay.step(bench.closeCommand());
    assertThat(bench.state()).isEqualTo("PROTECTED");
  }

  @Test
  void a_requote_leaves_the_close_to_the_next_round() {
    bench.terminal.refuseCloses("TRADE_RETCODE_REQUOTE");
    relay.step(bench.closeCommand());
    assertThat(bench.state()).isEqualTo("CLOSING");
  }

  @Test
  void a_stop_that_was_hit_closes_the_order() {
    bench.terminal.end(bench.terminal.positions().getFirst().ticket(), ExitReason.STOP_LOSS);
    bench.second(relay);
    assertThat(bench.order().state())
        .isInstanceOfSatisfying(
            OrderState.Closed.class,
            closed -> assertThat(closed.exit().reason()).isEqualTo(ExitReason.STOP_LOSS));
    assertThat(bench.told()).isEqualTo("CLOSED");
  }

  @Test
  void a_look_that_failed_closes_nothing() {
    bench.terminal.connected(false);
    bench.seconds(relay, 10);
    assertThat(bench.state()).isEqualTo("PROTECTED");
  }

  @Test
  void close_all_ends_ours_and_leaves_foreign_positions_alone() {
    Ticket foreign = new Ticket(5);
    bench.terminal.foreign(foreign);
    relay.step(new RelayCommand.CloseAll(RelayBench.header(), ExitReason.PANIC));
    assertThat(bench.state()).isEqualTo("CLOSED");
    assertThat(bench.terminal.positions()).hasSize(1);
    assertThat(bench.terminal.positions().getFirst().ticket()).isEqualTo(foreign);
  }

  @Test
  void close_all_finds_what_a_doubtful_order_became() {
    try (RelayBench doubtful = new RelayBench(folder.resolve("doubtful"))) {
      doubtful.terminal.mood(MemoryTerminal.Mood.FILLS_AND_LOSES_THE_ANSWER);
      Relay fresh = doubtful.boot();
      fresh.step(RelayBench.open());
      assertThat(doubtful.state()).isEqualTo("UNKNOWN");
      fresh.step(new RelayCommand.CloseAll(RelayBench.header(), ExitReason.PANIC));
      assertThat(doubtful.state()).isEqualTo("CLOSED");
      assertThat(doubtful.terminal.positions()).isEmpty();
    }
  }

  @Test
  void close_all_comes_again_while_an_order_may_still_become_a_position() {
    try (RelayBench doubtful = new RelayBench(folder.resolve("doubtful"))) {
      doubtful.terminal.mood(MemoryTerminal.Mood.LOSES_THE_REQUEST);
      Relay fresh = doubtful.boot();
      fresh.step(RelayBench.open());
      assertThat(fresh.step(new RelayCommand.CloseAll(RelayBench.header(), ExitReason.PANIC)))
          .isInstanceOf(StepOutcome.Later.class);
    }
  }

  @Test
  void a_close_is_stored_even_before_the_stop_was_ever_seen() {
    try (RelayBench blind = new RelayBench(folder.resolve("blind"))) {
      blind.terminal.mood(MemoryTerminal.Mood.FILLS_AND_GOES_AWAY);
      Relay fresh = blind.boot();
      fresh.step(RelayBench.open());
      assertThat(blind.state()).isEqualTo("FILLED");
      fresh.step(blind.closeCommand());
      assertThat(blind.state()).isEqualTo("CLOSING");
      blind.terminal.connected(true);
      blind.second(fresh);
      assertThat(blind.state()).isEqualTo("CLOSED");
    }
  }

  @Test
  void an_expired_exit_is_refused() {
    RelayCommand.Close command = bench.closeCommand();
    bench.time.advance(Duration.ofSeconds(600));
    assertThat(relay.step(command)).isInstanceOf(StepOutcome.Refused.class);
    assertThat(bench.terminal.positions()).hasSize(1);
  }

  @Test
  void a_close_for_another_ticket_is_refused() {
    RelayCommand.Close wrong =
        new RelayCommand.Close(RelayBench.header(), Some.ORDER, new Ticket(4), ExitReason.TRADER);
    assertThat(relay.step(wrong)).isInstanceOf(StepOutcome.Refused.class);
    assertThat(bench.terminal.positions()).hasSize(1);
  }

  @Test
  void a_halt_is_receipted_by_scope_and_epoch() {
    Halt halt = new Halt.Active(new HaltScope.Everything(), 4, "tg-1", "test", Some.NOW);
    relay.step(new RelayCommand.SetHalt(RelayBench.header(), halt));
    relay.tell();
    assertThat(bench.world.reports().sent())
        .contains(new Report.HaltSeen("system", 4, "relay relay-1", bench.time.instant()));
  }

  @Test
  void only_a_complete_look_is_reported() {
    bench.world.reports().take();
    bench.terminal.connected(false);
    relay.look(Some.ACCOUNT);
    assertThat(bench.world.reports().take()).isEmpty();
    bench.terminal.connected(true);
    relay.look(Some.ACCOUNT);
    assertThat(bench.world.reports().take()).hasOnlyElementsOfType(Report.AccountSeen.class);
  }
}
