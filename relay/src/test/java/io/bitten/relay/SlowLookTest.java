package io.bitten.relay;

import static org.assertj.core.api.Assertions.assertThat;

import io.bitten.core.Some;
import io.bitten.core.account.Position;
import io.bitten.core.market.Level;
import io.bitten.core.order.ExitReason;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A route whose looks take long is watched all the same. */
class SlowLookTest extends Benched {
  private static final Duration SLOW = Duration.ofMillis(3_500);

  private Relay relay;

  @BeforeEach
  void begin() {
    relay = bench.boot();
    relay.step(RelayBench.open());
    assertThat(bench.state()).isEqualTo("PROTECTED");
  }

  @Test
  void a_stop_that_was_taken_away_is_put_back() {
    everyLookIsSlow();
    takeTheStopAway();

    round();

    assertThat(bench.state()).isEqualTo("PROTECTED");
    assertThat(bench.terminal.positions().getFirst().stopLoss())
        .isEqualTo(Level.at(Some.terms().stopLoss()));
  }

  @Test
  void a_stop_that_was_hit_is_booked() {
    everyLookIsSlow();
    bench.terminal.end(bench.terminal.positions().getFirst().ticket(), ExitReason.STOP_LOSS);

    round();

    assertThat(bench.state()).isEqualTo("CLOSED");
  }

  @Test
  void a_fill_whose_stop_nobody_has_seen_yet_is_protected() {
    try (RelayBench blind = new RelayBench(folder.resolve("blind"))) {
      blind.terminal.mood(Mood.FILLS_AND_GOES_AWAY);
      Relay fresh = blind.boot();
      fresh.step(RelayBench.open());
      assertThat(blind.state()).isEqualTo("FILLED");
      blind.terminal.connected(true);
      blind.terminal.afterLook = () -> blind.time.advance(SLOW);

      fresh.look(Some.ACCOUNT);
      fresh.watch(Some.ACCOUNT);

      assertThat(blind.state()).isEqualTo("PROTECTED");
    }
  }

  @Test
  void one_that_shows_nothing_of_an_order_that_was_filled_meanwhile_does_not_end_it() {
    bench.terminal.tellsNoHistory();
    Position position = bench.terminal.positions().getFirst();
    bench.terminal.hide(position.ticket());
    bench.terminal.afterLook =
        () -> {
          bench.time.advance(Duration.ofSeconds(20));
          bench.terminal.show(position, "");
        };

    relay.look(Some.ACCOUNT);
    relay.watch(Some.ACCOUNT);
    relay.watch(Some.ACCOUNT);

    assertThat(bench.state()).isEqualTo("PROTECTED");
  }

  @Test
  void it_says_nothing_over_one_that_was_asked_for_later() {
    bench.terminal.afterLook =
        () -> {
          bench.terminal.afterLook = () -> {};
          takeTheStopAway();
          bench.time.advance(Duration.ofSeconds(1));
          relay.look(Some.ACCOUNT);
        };

    relay.look(Some.ACCOUNT);
    relay.watch(Some.ACCOUNT);

    assertThat(bench.terminal.positions().getFirst().stopLoss())
        .isEqualTo(Level.at(Some.terms().stopLoss()));
  }

  private void everyLookIsSlow() {
    bench.terminal.afterLook = () -> bench.time.advance(SLOW);
  }

  private void round() {
    relay.look(Some.ACCOUNT);
    relay.watch(Some.ACCOUNT);
  }

  private void takeTheStopAway() {
    Position was = bench.terminal.positions().getFirst();
    bench.terminal.show(SomePositions.with(was, was.lots(), Level.absent()), "");
  }
}
