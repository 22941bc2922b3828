package io.bitten.relay;

import static org.assertj.core.api.Assertions.assertThat;

import io.bitten.core.order.RelayCommand;
import io.bitten.core.relay.RouteHealth;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** The command to drop an account's connections and make them anew. */
class RestartTest extends Benched {
  private static final RelayCommand RESTART = new RelayCommand.Restart(RelayBench.header());

  @Test
  void the_route_is_made_anew_and_no_order_is_touched() {
    Relay relay = bench.boot();
    relay.step(RelayBench.open());
    bench.terminal.connected(false);

    assertThat(relay.step(RESTART)).isInstanceOf(StepOutcome.Finished.class);

    bench.seconds(relay, 1);
    assertThat(bench.state()).isEqualTo("PROTECTED");
    assertThat(bench.terminal.sent()).hasSize(1);
    assertThat(bench.terminal.health()).isInstanceOf(RouteHealth.Up.class);
  }

  @Test
  void one_whose_time_is_over_does_nothing() {
    Relay relay = bench.boot();
    bench.terminal.connected(false);
    bench.time.advance(Duration.ofHours(1));

    assertThat(relay.step(RESTART)).isInstanceOf(StepOutcome.Finished.class);

    assertThat(bench.terminal.health()).isInstanceOf(RouteHealth.Down.class);
  }
}
