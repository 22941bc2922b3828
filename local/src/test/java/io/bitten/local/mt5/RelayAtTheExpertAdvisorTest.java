package io.bitten.local.mt5;

import static org.assertj.core.api.Assertions.assertThat;

import io.bitten.adapters.bridge.BridgeSettings;
import io.bitten.adapters.bridge.ClassicBridge;
import io.bitten.adapters.bridge.JournaledBridge;
import io.bitten.core.account.AccountId;
import io.bitten.core.account.Magic;
import io.bitten.core.account.Position;
import io.bitten.core.account.Ticket;
import io.bitten.core.market.Currency;
import io.bitten.core.market.Direction;
import io.bitten.core.market.Level;
import io.bitten.core.market.Lots;
import io.bitten.core.market.Price;
import io.bitten.core.order.OrderId;
import io.bitten.core.relay.Answer;
import io.bitten.core.relay.Deal;
import io.bitten.core.relay.Entry;
import io.bitten.core.relay.Gate;
import io.bitten.core.relay.History;
import io.bitten.core.relay.Look;
import io.bitten.core.relay.PositionClose;
import io.bitten.core.relay.RouteHealth;
import io.bitten.core.relay.StopChange;
import io.bitten.local.market.SomeMarket;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The relay's own bridge and the real source of the Expert Advisor, over real files. */
class RelayAtTheExpertAdvisorTest {
  private static final AccountId ACCOUNT = AccountId.of(500123, "Demo-Server");
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  @TempDir Path folder;
  private Path files;
  private Path book;

  @BeforeEach
  void start() throws IOException {
    ExpertAdvisorBuild.host();
    book = folder.resolve("broker");
    files = folder.resolve("Files");
    for (String name : new String[] {"bitten_instructions", "bitten_work", "bitten_results"}) {
      Files.createDirectories(files.resolve(name));
    }
  }

  @Test
  void an_order_is_filled_with_its_stop_changed_and_closed() throws IOException {
    try (ExpertAdvisorHost host = ExpertAdvisorHost.start(files, book)) {
      JournaledBridge relay = relay(PATIENCE);
      await(() -> relay.health() instanceof RouteHealth.Up);
      Answer.Done opened = (Answer.Done) relay.open(entry("A", 1));
      assertThat(opened.lots()).isEqualTo(Lots.of("0.10"));
      assertThat(position(relay).stopLoss()).isEqualTo(Level.at(Price.of("1.09500")));

      assertThat(relay.modify(change(opened.ticket()))).isNotInstanceOf(Answer.Unknown.class);
      assertThat(position(relay).stopLoss()).isEqualTo(Level.at(Price.of("1.09700")));

      assertThat(relay.close(close(opened.ticket()))).isInstanceOf(Answer.Done.class);
      Look.Complete after = (Look.Complete) relay.look();
      assertThat(after.snapshot().positions()).isEmpty();
      assertThat(after.snapshot().specs()).containsKey(SomeMarket.EURUSD);
      History.Complete history =
          (History.Complete) relay.history(Instant.now().minus(Duration.ofHours(1)));
      assertThat(history.deals())
          .extracting(Deal::side)
          .containsExactly(Deal.Side.ENTRY, Deal.Side.EXIT);
      assertThat(relay.close(close(opened.ticket()))).isInstanceOf(Answer.No.class);
      assertThat(host).isNotNull();
    }
  }

  @Test
  void a_request_file_that_comes_twice_makes_one_deal() throws IOException {
    JournaledBridge relay = relay(PATIENCE);
    try (ExpertAdvisorHost first = ExpertAdvisorHost.start(files, book)) {
      await(() -> relay.health() instanceof RouteHealth.Up);
      assertThat(relay.open(entry("A", 1))).isInstanceOf(Answer.Done.class);
      assertThat(first).isNotNull();
    }
    Entry second = entry("B", 1);
    CompletableFuture<Answer> answer =
        CompletableFuture.supplyAsync(() -> relay.open(second), Thread::startVirtualThread);
    Path request = files.resolve("bitten_instructions/" + second.id() + ".txt");
    await(() -> Files.exists(request));
    Path copy = Files.copy(request, folder.resolve("copy"));
    try (ExpertAdvisorHost host = ExpertAdvisorHost.start(files, book)) {
      assertThat(answer.join()).isInstanceOf(Answer.Done.class);
      Files.move(copy, request, StandardCopyOption.ATOMIC_MOVE);
      Path result = files.resolve("bitten_results/" + second.id() + ".json");
      await(() -> Files.exists(result));
      assertThat(Files.readString(result)).contains("\"status\":\"filled\"");
      assertThat(ExpertAdvisorHost.entries(book)).hasSize(2);
      assertThat(host).isNotNull();
    }
  }

  @Test
  void a_terminal_that_dies_between_the_deal_and_its_answer_tells_it_when_it_is_back()
      throws IOException {
    JournaledBridge relay = relay(PATIENCE);
    CompletableFuture<Answer> answer;
    try (ExpertAdvisorHost host = ExpertAdvisorHost.start(files, book)) {
      await(() -> relay.health() instanceof RouteHealth.Up);
      assertThat(relay.look()).isInstanceOf(Look.Complete.class);
      host.dieAfterTheNextEntry();
      answer =
          CompletableFuture.supplyAsync(
              () -> relay.open(entry("A", 1)), Thread::startVirtualThread);
      assertThat(host.ended()).isEqualTo(7);
    }
    assertThat(answer).isNotDone();
    try (ExpertAdvisorHost again = ExpertAdvisorHost.start(files, book)) {
      assertThat(answer.join()).isInstanceOf(Answer.Done.class);
      assertThat(position(relay).stopLoss()).isEqualTo(Level.at(Price.of("1.09500")));
      assertThat(ExpertAdvisorHost.entries(book)).hasSize(1);
      assertThat(again).isNotNull();
    }
  }

  @Test
  void an_answer_that_came_after_the_relay_had_gone_is_found_by_the_next() throws IOException {
    Entry entry = entry("A", 1);
    try (ExpertAdvisorHost host = ExpertAdvisorHost.start(files, book)) {
      // Its time stands still until the terminal has died, however long that takes.
      JournaledBridge hasty =
          relay(Duration.ofSeconds(1), () -> host.isAlive() ? 0 : Long.MAX_VALUE);
      await(() -> hasty.health() instanceof RouteHealth.Up);
      assertThat(hasty.look()).isInstanceOf(Look.Complete.class);
      host.dieAfterTheNextEntry();
      assertThat(hasty.open(entry)).isInstanceOf(Answer.Unknown.class);
      assertThat(host.ended()).isEqualTo(7);
    }
    try (ExpertAdvisorHost again = ExpertAdvisorHost.start(files, book)) {
      JournaledBridge next = relay(PATIENCE);
      await(() -> Files.exists(files.resolve("bitten_results/" + entry.id() + ".json")));
      assertThat(position(next).magic()).isEqualTo(entry.magic());
      assertThat(next.open(entry)).isInstanceOf(Answer.Done.class);
      assertThat(ExpertAdvisorHost.entries(book)).hasSize(1);
      assertThat(again).isNotNull();
    }
  }

  @Test
  void what_was_taken_back_is_never_carried_out_and_a_halt_and_an_old_epoch_refuse()
      throws IOException {
    JournaledBridge relay = relay(Duration.ofMillis(500));
    try (ExpertAdvisorHost host = ExpertAdvisorHost.start(files, book)) {
      await(() -> relay.look() instanceof Look.Complete);
      assertThat(host).isNotNull();
    }
    assertThat(relay.open(entry("A", 1))).isInstanceOf(Answer.NotSent.class);
    try (ExpertAdvisorHost host = ExpertAdvisorHost.start(files, book)) {
      JournaledBridge patient = relay(PATIENCE);
      assertThat(patient.open(entry("B", 5))).isInstanceOf(Answer.Done.class);
      assertThat(((Answer.No) patient.open(entry("C", 4))).code()).isEqualTo("STALE_EPOCH");
      assertThat(patient.gate(Gate.SHUT)).isNotInstanceOf(Gate.Answer.Failed.class);
      assertThat(((Answer.No) patient.open(entry("D", 5))).code()).isEqualTo("HALTED");
      await(() -> patient.gate(Gate.SHUT) instanceof Gate.Answer.Obeyed);
      await(() -> patient.gate(Gate.OPEN) instanceof Gate.Answer.Obeyed);
      assertThat(patient.open(entry("E", 5))).isInstanceOf(Answer.Done.class);
      assertThat(ExpertAdvisorHost.entries(book)).hasSize(2);
      assertThat(host).isNotNull();
    }
  }

  private JournaledBridge relay(Duration tradeTimeout) {
    return relay(tradeTimeout, System::nanoTime);
  }

  private JournaledBridge relay(Duration tradeTimeout, LongSupplier ticker) {
    BridgeSettings usual = BridgeSettings.in(files, new Currency("USD"));
    return new JournaledBridge(
        ACCOUNT,
        usual.speaking(BridgeSettings.Profile.JOURNALED).waiting(tradeTimeout),
        new ClassicBridge.Around(
            InstantSource.system(), ticker, duration -> LockSupport.parkNanos(duration.toNanos())));
  }

  private static Position position(JournaledBridge relay) {
    Look.Complete look = (Look.Complete) relay.look();
    assertThat(look.snapshot().positions()).hasSize(1);
    return look.snapshot().positions().getFirst();
  }

  private static void await(BooleanSupplier condition) {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (!condition.getAsBoolean()) {
      assertThat(System.nanoTime()).as("waited too long").isLessThan(end);
      LockSupport.parkNanos(1_000_000);
    }
  }

  private static Entry entry(String name, long epoch) {
    return new Entry(
        OrderId.derivedFrom(name),
        1,
        Magic.ours(name.charAt(0)),
        SomeMarket.EURUSD,
        Direction.BUY,
        Lots.of("0.10"),
        Price.of("1.09500"),
        Price.of("1.10500"),
        20,
        Instant.now().plus(PATIENCE),
        epoch,
        0);
  }

  private static StopChange change(Ticket ticket) {
    return new StopChange(
        "S",
        ticket,
        SomeMarket.EURUSD,
        Price.of("1.09700"),
        Level.at(Price.of("1.10500")),
        Magic.ours('A'));
  }

  private static PositionClose close(Ticket ticket) {
    return new PositionClose(
        "C1", ticket, SomeMarket.EURUSD, Direction.BUY, Lots.of("0.10"), Magic.ours('A'));
  }
}
