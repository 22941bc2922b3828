package io.bitten.relay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bitten.core.Some;
import io.bitten.core.order.OrderState;
import io.bitten.relay.journal.FailingDisk;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
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

  @Test
  void a_relay_that_starts_on_a_full_disk_closes_and_opens_nothing() {
    bench.boot().step(RelayBench.open());
    FailingDisk disk = new FailingDisk(bench.disk());
    bench.terminal.refuseCloses("TRADE_RETCODE_REQUOTE");
    Relay before = bench.boot();
    before.step(bench.closeCommand());
    before.close(Some.ACCOUNT);
    assertThat(bench.state()).isEqualTo("CLOSING");
    bench.terminal.acceptCloses();

    disk.failAppends(true);
    Relay relay = bench.boot(Crashes.never(), RelayCaps.none(), disk);
    relay.recover();
    relay.close(Some.ACCOUNT);
    relay.tell();

    assertThat(bench.state()).isEqualTo("CLOSED");
    assertThat(bench.told()).isEqualTo("CLOSED");
  }

  @Test
  void a_relay_that_starts_on_a_full_disk_sends_no_entry() {
    FailingDisk disk = new FailingDisk(bench.disk());
    disk.failAppends(true);
    Relay relay = bench.boot(Crashes.never(), RelayCaps.none(), disk);
    relay.recover();

    assertThat(relay.step(RelayBench.open())).isInstanceOf(StepOutcome.Later.class);

    assertThat(bench.order().state()).isEqualTo(new OrderState.New(0));
    assertThat(bench.terminal.sent()).isEmpty();
  }

  @Test
  void what_a_dead_process_was_sending_is_in_doubt_also_on_a_full_disk() {
    Relay dying = bench.boot(Crashes.at("after Route.open"));
    assertThatThrownBy(() -> dying.step(RelayBench.open())).isInstanceOf(Crashes.Crash.class);
    FailingDisk disk = new FailingDisk(bench.disk());
    disk.failAppends(true);
    Relay relay = bench.boot(Crashes.never(), RelayCaps.none(), disk);

    relay.recover();

    assertThat(bench.state()).isEqualTo("UNKNOWN");
  }

  @Test
  void closes_of_two_processes_have_different_ids_though_the_disk_took_neither_start() {
    bench.boot().step(RelayBench.open());
    bench.terminal.refuseCloses("TRADE_RETCODE_REQUOTE");
    List<String> ids = new ArrayList<>();
    bench.terminal.beforeClosing = close -> ids.add(close.id());
    for (int i = 0; i < 2; i++) {
      FailingDisk disk = new FailingDisk(bench.disk());
      disk.failAppends(true);
      Relay relay = bench.boot(Crashes.never(), RelayCaps.none(), disk);
      relay.recover();
      relay.step(bench.closeCommand());
      relay.close(Some.ACCOUNT);
    }

    assertThat(ids).hasSize(2).doesNotHaveDuplicates().allMatch(id -> id.matches("\\w{2,26}"));
  }
}
