package io.bitten.local.mt5;

import static org.assertj.core.api.Assertions.assertThat;

import io.bitten.adapters.bridge.BridgeSettings;
import io.bitten.adapters.bridge.BridgeSettings.Closes;
import io.bitten.adapters.bridge.ClassicBridge;
import io.bitten.core.account.AccountId;
import io.bitten.core.account.Magic;
import io.bitten.core.account.Ticket;
import io.bitten.core.market.Currency;
import io.bitten.core.market.Direction;
import io.bitten.core.market.Lots;
import io.bitten.core.market.Price;
import io.bitten.core.order.OrderId;
import io.bitten.core.relay.Answer;
import io.bitten.core.relay.Entry;
import io.bitten.core.relay.Look;
import io.bitten.core.relay.PositionClose;
import io.bitten.core.relay.Retcode;
import io.bitten.local.market.SomeMarket;
import io.bitten.local.mt5.ClassicEa.Dialect;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The relay's own bridge and the simulated EA over real files; while the one waits the other works.
 */
class RelayAtTheBridgeTest {
  @TempDir Path folder;
  private final AtomicLong nanos = new AtomicLong(1);
  private Desk desk;
  private ClassicEa ea;
  private ClassicBridge relay;
  private boolean attached = true;

  @BeforeEach
  void start() throws IOException {
    Path files = Files.createDirectories(folder.resolve("Files"));
    desk = Desk.still(folder.resolve("accounts"));
    ea = new ClassicEa(desk.terminal, ClassicEa.Settings.usual(files, Dialect.CLOSES), nanos::get);
    BridgeSettings usual = BridgeSettings.in(files, new Currency("USD"));
    BridgeSettings settings =
        new BridgeSettings(
            BridgeSettings.Profile.CLASSIC,
            files,
            usual.instructionFile(),
            usual.resultFile(),
            usual.statusFile(),
            usual.checkInterval(),
            usual.tradeTimeout(),
            usual.horizon(),
            usual.heartbeat(),
            Closes.BY_TYPE,
            Map.of(),
            usual.currency());
    relay =
        new ClassicBridge(
            AccountId.of(7_000_001, "BittenSim-Demo"),
            settings,
            new ClassicBridge.Around(
                desk::now,
                nanos::get,
                duration -> {
                  nanos.addAndGet(duration.toNanos());
                  if (attached) {
                    ea.step();
                  }
                }));
    ea.step();
  }

  @Test
  void an_order_is_opened_seen_and_closed() {
    Answer.Done done = (Answer.Done) relay.open(entry("A"));
    assertThat(done.price()).isEqualTo(Price.of("1.10010"));
    heartbeat();
    Look.Complete look = (Look.Complete) relay.look();
    assertThat(look.snapshot().positions())
        .singleElement()
        .satisfies(
            position -> {
              assertThat(position.ticket()).isEqualTo(done.ticket());
              assertThat(position.symbol()).isEqualTo(SomeMarket.EURUSD);
            });

    assertThat(relay.close(close(done.ticket()))).isInstanceOf(Answer.Done.class);
    assertThat(desk.terminal.positions()).isEmpty();
  }

  @Test
  void an_entry_whose_first_try_executed_is_in_doubt_though_its_last_try_was_refused() {
    desk.terminal.script(new Scripted.DoneButSays(Retcode.TIMEOUT));
    desk.terminal.script(new Scripted.Refuse(Retcode.NO_MONEY));
    desk.terminal.script(new Scripted.Refuse(Retcode.NO_MONEY));

    assertThat(relay.open(entry("A"))).isInstanceOf(Answer.Unknown.class);
    assertThat(desk.terminal.positions()).hasSize(1);
  }

  @Test
  void a_terminal_without_its_ea_leaves_the_order_unknown_and_the_slot_taken() {
    attached = false;

    assertThat(relay.open(entry("A"))).isNotInstanceOf(Answer.Done.class);
    assertThat(relay.open(entry("B"))).isNotInstanceOf(Answer.Done.class);
    assertThat(desk.terminal.deals()).isEmpty();
  }

  private void heartbeat() {
    nanos.addAndGet(ClassicEa.Settings.usual(folder, Dialect.CLOSES).heartbeat().toNanos());
    ea.step();
  }

  private Entry entry(String name) {
    return new Entry(
        OrderId.derivedFrom(name),
        1,
        Magic.ours(7),
        SomeMarket.EURUSD,
        Direction.BUY,
        Lots.of("0.10"),
        Price.of("1.09500"),
        Price.of("1.10500"),
        20,
        desk.now().plusSeconds(8),
        7,
        0);
  }

  private static PositionClose close(Ticket ticket) {
    return new PositionClose(
        "C1", ticket, SomeMarket.EURUSD, Direction.BUY, Lots.of("0.10"), Magic.ours(7));
  }
}
