package io.bitten.relay;

import static org.assertj.core.api.Assertions.assertThat;

import io.bitten.core.Some;
import io.bitten.core.account.Position;
import io.bitten.core.market.Level;
import org.junit.jupiter.api.Test;

/** A filled position's stop that is not there. */
class StopTest extends Benched {
  @Test
  void a_stop_that_was_dropped_is_put_back() {
    bench.terminal.mood(Mood.DROPS_THE_STOP);
    bench.boot().step(RelayBench.open());
    assertThat(bench.state()).isEqualTo("PROTECTED");
    assertThat(bench.terminal.positions().getFirst().stopLoss())
        .isEqualTo(Level.at(Some.terms().stopLoss()));
  }

  @Test
  void a_position_whose_stop_cannot_be_put_back_is_closed() {
    bench.terminal.mood(Mood.DROPS_THE_STOP_FOR_GOOD);
    Relay relay = bench.boot();
    relay.step(RelayBench.open());
    assertThat(bench.state()).as("tried again").isEqualTo("UNPROTECTED");
    bench.seconds(relay, 2);
    assertThat(bench.state()).isEqualTo("CLOSED");
    assertThat(bench.terminal.positions()).isEmpty();
  }

  @Test
  void noes_of_before_do_not_count_when_a_stop_is_lost_again() {
    Relay relay = refusedTwice();
    stopShown(Level.at(Some.terms().stopLoss()));
    bench.second(relay);
    assertThat(bench.state()).isEqualTo("PROTECTED");

    stopShown(Level.absent());
    relay.look(Some.ACCOUNT);
    relay.tend(Some.ACCOUNT);

    assertThat(bench.state()).isEqualTo("UNPROTECTED");
  }

  @Test
  void nor_do_they_after_a_close_that_came_to_nothing() {
    Relay relay = refusedTwice();
    relay.step(bench.closeCommand());
    bench.terminal.refuseCloses("BRIDGE_CANNOT_CLOSE");
    stopShown(Level.at(Some.terms().stopLoss()));
    relay.close(Some.ACCOUNT);
    assertThat(bench.state()).isEqualTo("PROTECTED");

    stopShown(Level.absent());
    relay.look(Some.ACCOUNT);
    relay.tend(Some.ACCOUNT);

    assertThat(bench.state()).isEqualTo("UNPROTECTED");
  }

  /** A relay that heard two noes to putting the stop back: the third closes the position. */
  private Relay refusedTwice() {
    bench.terminal.mood(Mood.DROPS_THE_STOP_FOR_GOOD);
    Relay relay = bench.boot();
    relay.step(RelayBench.open());
    bench.second(relay);
    return relay;
  }

  private void stopShown(Level stop) {
    Position one = bench.terminal.positions().getFirst();
    bench.terminal.show(SomePositions.with(one, one.lots(), stop), "");
  }
}
