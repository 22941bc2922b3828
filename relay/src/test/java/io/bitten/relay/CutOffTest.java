package io.bitten.relay;

import static org.assertj.core.api.Assertions.assertThat;

import io.bitten.core.Some;
import io.bitten.core.order.OrderState;
import io.bitten.relay.journal.FailingDisk;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Without the cloud's word or its own disk a relay opens nothing, and still closes. */
class CutOffTest extends Benched {
  @Test
  void ten_seconds_without_a_proof_that_nothing_is_halted_stop_entries() {
    CutOffHalts halts = new CutOffHalts(bench.world.halts());
    Relay relay = bench.bootWithHalts(halts);
    relay.refreshHalts();
    halts.gone();
    bench.time.advance(Duration.ofSeconds(11));
    bench.freshDeadline();
    assertThat(relay.step(RelayBench.open())).isInstanceOf(StepOutcome.Later.class);
    assertThat(bench.order().state()).isEqualTo(new OrderState.New(0));
    assertThat(bench.terminal.sent()).isEmpty();
    halts.back();
    relay.step(RelayBench.open());
    assertThat(bench.state()).isEqualTo("PROTECTED");
  }

  @Test
  void exits_stay_open_without_that_proof() {
    CutOffHalts halts = new CutOffHalts(bench.world.halts());
    Relay relay = bench.bootWithHalts(halts);
    relay.step(RelayBench.open());
    halts.gone();
    bench.time.advance(Duration.ofMinutes(1));
    relay.step(bench.closeCommand());
    relay.close(Some.ACCOUNT);
    assertThat(bench.state()).isEqualTo("CLOSED");
  }

  @Test
  void exits_stay_open_on_a_full_disk() {
    FailingDisk disk = new FailingDisk(bench.disk());
    Relay relay = bench.boot(Crashes.never(), RelayCaps.none(), disk);
    relay.step(RelayBench.open());
    disk.failAppends(true);
    assertThat(relay.step(bench.closeCommand())).isInstanceOf(StepOutcome.Finished.class);
    relay.close(Some.ACCOUNT);
    relay.tell();
    assertThat(bench.state()).isEqualTo("CLOSED");
    assertThat(bench.told()).isEqualTo("CLOSED");
  }
}
