package io.bitten.relay;

import static org.assertj.core.api.Assertions.assertThat;

import io.bitten.adapters.sign.CommandKeys;
import io.bitten.adapters.sign.CommandSigner;
import io.bitten.adapters.sign.CommandVerifier;
import io.bitten.core.Some;
import io.bitten.core.fill.Report;
import io.bitten.core.halt.Halt;
import io.bitten.core.halt.HaltScope;
import io.bitten.core.order.CloseWish;
import io.bitten.core.order.ExitReason;
import io.bitten.core.order.RelayCommand;
import io.bitten.relay.wiring.SignedDoor;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is signed and comes when its time is over: nothing is closed, and somebody is told. */
final class LapsedCloseTest {
  private static final CommandKeys.Pair KEYS = CommandKeys.generate("k1");

  private static final RelayLog SILENT =
      new RelayLog() {
        @Override
        public void say(String what, String details) {}

        @Override
        public void alarm(String what, String details) {}
      };

  @TempDir private Path folder;
  private RelayBench bench;
  private MemoryCommands queue;
  private CommandStep step;
  private Relay relay;

  @BeforeEach
  void a_position_and_a_command_of_ten_minutes_ago() {
    bench = new RelayBench(folder);
    relay = bench.boot();
    relay.step(RelayBench.open());
    queue = new MemoryCommands();
    SignedDoor door =
        new SignedDoor(new CommandVerifier(KEYS.publicKey(), Set.of(Some.ACCOUNT), bench.time));
    step = new CommandStep(relay, queue, door, SILENT);
    bench.time.advance(Duration.ofSeconds(602));
  }

  @AfterEach
  void close() {
    bench.close();
  }

  @Test
  void a_close_is_finished_and_told() {
    carry(
        new RelayCommand.Close(
            RelayBench.header(), Some.ORDER, Some.fill().ticket(), ExitReason.TRADER));

    assertThat(told()).isEqualTo(new CloseWish.Target.Of(Some.ORDER));
  }

  @Test
  void so_is_a_close_of_everything() {
    carry(new RelayCommand.CloseAll(RelayBench.header(), ExitReason.PANIC));

    assertThat(told()).isEqualTo(new CloseWish.Target.All());
  }

  @Test
  void a_halt_holds_however_late_it_comes() {
    Halt halt = new Halt.Active(new HaltScope.Everything(), 1, "tg-1", "a drill", Some.NOW);

    carry(new RelayCommand.SetHalt(RelayBench.header(), halt));
    relay.tell();

    assertThat(bench.world.reports().sent())
        .filteredOn(Report.HaltSeen.class::isInstance)
        .isNotEmpty();
  }

  private void carry(RelayCommand command) {
    String text = new CommandSigner(KEYS.privateKey()).sign(command);
    step.carry(new CommandSource.Delivery("receipt", text));
    assertThat(queue.done()).isEqualTo(1);
    assertThat(bench.terminal.positions()).hasSize(1);
  }

  private CloseWish.Target told() {
    return bench.world.reports().sent().stream()
        .filter(Report.CloseLapsed.class::isInstance)
        .map(Report.CloseLapsed.class::cast)
        .map(Report.CloseLapsed::target)
        .findFirst()
        .orElseThrow(() -> new AssertionError("nobody is told"));
  }
}
