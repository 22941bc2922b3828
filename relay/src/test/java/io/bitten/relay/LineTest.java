package io.bitten.relay;

import static org.assertj.core.api.Assertions.assertThat;

import io.bitten.core.Some;
import io.bitten.core.memory.ManualTime;
import io.bitten.core.order.Order;
import io.bitten.core.relay.Answer;
import io.bitten.core.relay.Entry;
import io.bitten.core.relay.Permit;
import io.bitten.relay.CircuitBreaker.State;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class LineTest {
  private final ManualTime time = new ManualTime(Some.NOW);
  private final MemoryTerminal terminal = new MemoryTerminal(time);
  private final Line line =
      new Line(
          Some.ACCOUNT,
          terminal,
          RelayCaps.none(),
          () -> Duration.between(Some.NOW, time.instant()).toNanos());

  @Test
  void a_route_that_answers_every_look_and_carries_nothing_out_is_rested_too() {
    terminal.mood(Mood.LOSES_THE_REQUEST);
    for (int i = 0; i < CircuitBreaker.FAILURES; i++) {
      assertThat(line.circuit()).isEqualTo(State.CLOSED);
      line.open(entry(), Permit.always());
      line.look();
    }
    assertThat(line.circuit()).isEqualTo(State.OPEN);

    time.advance(CircuitBreaker.REST);
    line.look();
    assertThat(line.circuit()).isEqualTo(State.HALF_OPEN);
    terminal.mood(Mood.FILLS);
    line.open(entry(), Permit.always());
    assertThat(line.circuit()).isEqualTo(State.CLOSED);
  }

  @Test
  void a_route_that_carries_out_and_shows_nothing_is_rested_too() {
    for (int i = 0; i < CircuitBreaker.FAILURES; i++) {
      terminal.connected(true);
      line.open(entry(), Permit.always());
      terminal.connected(false);
      line.look();
    }
    assertThat(line.circuit()).isEqualTo(State.OPEN);
  }

  @Test
  void what_is_withheld_before_its_first_byte_is_not_the_routes_failure() {
    for (int i = 0; i < CircuitBreaker.FAILURES; i++) {
      assertThat(line.open(entry(), () -> false)).isInstanceOf(Answer.NotSent.class);
    }
    assertThat(line.circuit()).isEqualTo(State.CLOSED);
    assertThat(terminal.sent()).isEmpty();
  }

  private Entry entry() {
    Order order = Some.order();
    return new Entry(
        order.id(),
        1,
        order.magic(),
        order.terms().symbol(),
        order.terms().direction(),
        order.terms().lots(),
        order.terms().stopLoss(),
        order.terms().takeProfit(),
        order.terms().deviationPoints(),
        time.instant().plusSeconds(10),
        1,
        0);
  }
}
