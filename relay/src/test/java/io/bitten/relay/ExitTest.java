package io.bitten.relay;

import static org.assertj.core.api.Assertions.assertThat;

import io.bitten.core.Some;
import io.bitten.core.account.Ticket;
import io.bitten.core.fill.Report;
import io.bitten.core.halt.Halt;
import io.bitten.core.halt.HaltScope;
import io.bitten.core.market.Price;
import io.bitten.core.order.CloseWish;
import io.bitten.core.order.Exit;
import io.bitten.core.order.ExitReason;
import io.bitten.core.order.OrderState;
import io.bitten.core.order.RelayCommand;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ExitTest extends Benched {
  private Relay relay;

  @BeforeEach
  void begin() {
    relay = bench.boot();
    relay.step(RelayBench.open());
    bench.time.advance(Duration.ofSeconds(2));
  }

  @Test
  void a_close_ends_the_position_and_books_what_the_broker_says() {
    close(relay, bench.closeCommand());
    relay.tell();
    assertThat(bench.order().state())
        .isInstanceOfSatisfying(
            OrderState.Closed.class,
            closed -> {
              assertThat(closed.exit().reason()).isEqualTo(ExitReason.TRADER);
              assertThat(((Exit.Booked) closed.exit()).net()).isEqualTo(Some.usd("4.30"));
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
    close(relay, bench.closeCommand());
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
  void a_requote_leaves_the_close_to_the_next_round() {
    bench.terminal.refuseCloses("TRADE_RETCODE_REQUOTE");
    close(relay, bench.closeCommand());
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
  void every_state_on_the_way_is_told_even_when_the_cloud_was_away() {
    bench.terminal.end(bench.terminal.positions().getFirst().ticket(), ExitReason.STOP_LOSS);
    relay.look(Some.ACCOUNT);
    relay.tend(Some.ACCOUNT);
    relay.tell();
    assertThat(bench.allTold()).containsExactly("SUBMITTING", "FILLED", "PROTECTED", "CLOSED");
  }

  @Test
  void every_state_on_the_way_is_told_even_after_a_crash() {
    bench.terminal.end(bench.terminal.positions().getFirst().ticket(), ExitReason.STOP_LOSS);
    relay.look(Some.ACCOUNT);
    relay.tend(Some.ACCOUNT);
    Relay next = bench.boot();
    next.recover();
    next.tell();
    assertThat(bench.allTold()).containsExactly("SUBMITTING", "FILLED", "PROTECTED", "CLOSED");
    assertThat(bench.journal().untold()).isEmpty();
  }

  @Test
  void a_look_that_failed_closes_nothing() {
    bench.terminal.connected(false);
    bench.seconds(relay, 10);
    assertThat(bench.state()).isEqualTo("PROTECTED");
  }

  @Test
  void a_position_that_no_history_tells_of_ends_without_an_invented_number() {
    bench.terminal.tellsNoHistory();
    close(relay, bench.closeCommand());
    assertThat(bench.state()).as("one look is not enough").isEqualTo("CLOSING");
    bench.seconds(relay, 1);
    assertThat(bench.order().state())
        .isInstanceOfSatisfying(
            OrderState.Closed.class,
            closed ->
                assertThat(closed.exit())
                    .isEqualTo(
                        new Exit.Unbooked(
                            io.bitten.core.market.Level.at(Price.of("1.10050")),
                            ExitReason.TRADER,
                            bench.time.instant())));
  }

  @Test
  void a_position_that_went_by_itself_is_given_time_to_come_back_into_the_list() {
    bench.terminal.tellsNoHistory();
    bench.terminal.end(bench.terminal.positions().getFirst().ticket(), ExitReason.STOP_LOSS);
    bench.seconds(relay, 10);
    assertThat(bench.state()).isEqualTo("PROTECTED");
    bench.seconds(relay, 1);
    assertThat(bench.order().state())
        .isInstanceOfSatisfying(
            OrderState.Closed.class,
            closed -> assertThat(closed.exit()).isInstanceOf(Exit.Unbooked.class));
  }

  @Test
  void a_close_is_stored_even_before_the_stop_was_ever_seen() {
    try (RelayBench blind = new RelayBench(folder.resolve("blind"))) {
      blind.terminal.mood(Mood.FILLS_AND_GOES_AWAY);
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
  void an_expired_exit_is_finished_without_effect_and_told() {
    RelayCommand.Close command = bench.closeCommand();
    bench.time.advance(Duration.ofSeconds(600));
    assertThat(relay.step(command)).isInstanceOf(StepOutcome.Finished.class);
    relay.tell();
    relay.step(new RelayCommand.CloseAll(command.header(), ExitReason.PANIC));
    relay.tell();
    assertThat(bench.state()).isEqualTo("PROTECTED");
    assertThat(bench.terminal.positions()).hasSize(1);
    assertThat(bench.world.reports().sent())
        .filteredOn(Report.CloseLapsed.class::isInstance)
        .containsExactly(
            lapsed(new CloseWish.Target.Of(Some.ORDER)), lapsed(new CloseWish.Target.All()));
  }

  private static Report.CloseLapsed lapsed(CloseWish.Target target) {
    return new Report.CloseLapsed(
        "cmd-1", Some.ACCOUNT, target, Some.NOW, Some.correlation(), Some.NOW.plusSeconds(602));
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
    relay.tellLooks();
    assertThat(bench.world.reports().take()).isEmpty();
    bench.terminal.connected(true);
    relay.look(Some.ACCOUNT);
    relay.tellLooks();
    assertThat(bench.world.reports().take()).hasOnlyElementsOfType(Report.AccountSeen.class);
  }

  private static void close(Relay relay, RelayCommand command) {
    assertThat(relay.step(command)).isInstanceOf(StepOutcome.Finished.class);
    relay.close(Some.ACCOUNT);
  }
}
