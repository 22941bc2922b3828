package io.bitten.relay;

import static org.assertj.core.api.Assertions.assertThat;

import io.bitten.core.Some;
import io.bitten.core.account.Position;
import io.bitten.core.order.Exit;
import io.bitten.core.order.ExitReason;
import io.bitten.core.order.OrderState;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.Test;

class UnknownTest extends Benched {
  @Test
  void a_lost_answer_is_resolved_by_the_position() {
    bench.terminal.mood(Mood.FILLS_AND_LOSES_THE_ANSWER);
    Relay relay = bench.boot();
    assertThat(relay.step(RelayBench.open())).isInstanceOf(StepOutcome.Finished.class);
    assertThat(bench.state()).isEqualTo("UNKNOWN");
    relay.resolve(Some.ACCOUNT);
    assertThat(bench.state()).isEqualTo("PROTECTED");
    assertThat(bench.terminal.sent()).hasSize(1);
  }

  @Test
  void a_done_without_a_ticket_is_read_back() {
    bench.terminal.mood(Mood.TELLS_NO_TICKET);
    Relay relay = bench.boot();
    relay.step(RelayBench.open());
    relay.resolve(Some.ACCOUNT);
    assertThat(bench.state()).isEqualTo("PROTECTED");
  }

  @Test
  void what_was_said_to_be_done_never_counts_as_not_executed_where_no_history_is_whole() {
    bench.terminal.mood(Mood.TELLS_NO_TICKET);
    bench.terminal.tellsNoHistory();
    Relay relay = bench.boot();
    relay.step(RelayBench.open());
    Position position = bench.terminal.positions().getFirst();
    bench.terminal.hide(position.ticket());
    bench.seconds(relay, 200);
    assertThat(bench.state()).isEqualTo("UNKNOWN");
    bench.terminal.show(position, "");
    bench.seconds(relay, 1);
    assertThat(bench.state()).isEqualTo("PROTECTED");
  }

  @Test
  void a_position_that_came_and_went_unseen_is_found_in_the_history() {
    bench.terminal.mood(Mood.FILLS_AND_LOSES_THE_ANSWER);
    Relay relay = bench.boot();
    relay.step(RelayBench.open());
    bench.terminal.end(bench.terminal.positions().getFirst().ticket(), ExitReason.STOP_LOSS);
    relay.resolve(Some.ACCOUNT);
    assertThat(bench.order().state())
        .isInstanceOfSatisfying(
            OrderState.Closed.class,
            closed -> {
              assertThat(closed.exit().reason()).isEqualTo(ExitReason.STOP_LOSS);
              assertThat(((Exit.Booked) closed.exit()).net()).isEqualTo(Some.usd("-20.70"));
            });
  }

  @Test
  void an_unknown_order_is_never_sent_again() {
    bench.terminal.mood(Mood.LOSES_THE_REQUEST);
    Relay relay = bench.boot();
    relay.step(RelayBench.open());
    bench.terminal.mood(Mood.FILLS);
    for (int i = 0; i < 200; i++) {
      relay.step(RelayBench.open());
      bench.second(relay);
    }
    assertThat(bench.terminal.sent()).hasSize(1);
  }

  @Test
  void two_complete_answers_after_the_horizon_prove_that_nothing_happened() {
    bench.terminal.mood(Mood.LOSES_THE_REQUEST);
    Relay relay = bench.boot();
    relay.step(RelayBench.open());
    bench.seconds(relay, 99);
    assertThat(bench.state()).isEqualTo("UNKNOWN");
    bench.seconds(relay, 1);
    assertThat(bench.state()).isEqualTo("EXPIRED");
    assertThat(bench.told()).isEqualTo("EXPIRED");
  }

  @Test
  void an_order_that_is_still_at_work_at_the_broker_is_no_no() {
    bench.terminal.mood(Mood.LOSES_THE_REQUEST);
    bench.terminal.working = Set.of(Some.magic());
    Relay relay = bench.boot();
    relay.step(RelayBench.open());
    bench.seconds(relay, 150);
    assertThat(bench.state()).isEqualTo("UNKNOWN");
    bench.terminal.working = Set.of();
    bench.seconds(relay, 1);
    assertThat(bench.state()).isEqualTo("UNKNOWN");
    bench.seconds(relay, 1);
    assertThat(bench.state()).isEqualTo("EXPIRED");
  }

  @Test
  void time_alone_proves_nothing() {
    bench.terminal.mood(Mood.LOSES_THE_REQUEST);
    Relay relay = bench.boot();
    relay.step(RelayBench.open());
    relay.resolve(Some.ACCOUNT);
    bench.terminal.connected(false);
    bench.time.advance(Duration.ofDays(3));
    bench.seconds(relay, 20);
    assertThat(bench.state()).isEqualTo("UNKNOWN");
    bench.terminal.connected(true);
    bench.seconds(relay, 1);
    assertThat(bench.state()).isEqualTo("UNKNOWN");
    bench.seconds(relay, 1);
    assertThat(bench.state()).isEqualTo("EXPIRED");
  }

  @Test
  void an_answer_in_between_that_was_not_complete_starts_the_count_anew() {
    bench.terminal.mood(Mood.LOSES_THE_REQUEST);
    Relay relay = bench.boot();
    relay.step(RelayBench.open());
    relay.resolve(Some.ACCOUNT);
    bench.time.advance(Duration.ofMinutes(5));
    bench.seconds(relay, 1);
    bench.terminal.connected(false);
    bench.seconds(relay, 1);
    bench.terminal.connected(true);
    bench.seconds(relay, 1);
    assertThat(bench.state()).isEqualTo("UNKNOWN");
    bench.seconds(relay, 1);
    assertThat(bench.state()).isEqualTo("EXPIRED");
  }
}
