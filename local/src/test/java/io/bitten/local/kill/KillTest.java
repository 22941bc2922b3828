package io.bitten.local.kill;

import static org.assertj.core.api.Assertions.assertThat;

import io.bitten.adapters.sign.CommandKeys;
import io.bitten.core.account.AccountId;
import io.bitten.core.order.Order;
import io.bitten.core.order.OrderState;
import io.bitten.local.engine.Engines;
import io.bitten.local.engine.Expiry;
import io.bitten.local.engine.Store;
import io.bitten.local.loopback.LoopbackServer;
import io.bitten.local.market.MarketPlayer;
import io.bitten.local.market.SomeMarket;
import io.bitten.local.mt5.Arrivals;
import io.bitten.local.mt5.BrokerSpec;
import io.bitten.local.mt5.Farm;
import io.bitten.local.mt5.FarmProfile;
import io.bitten.local.mt5.Mt5Sim;
import io.bitten.local.mt5.Naked;
import io.bitten.local.template.Places;
import io.bitten.local.template.TemplateFile;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SortedMap;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntSupplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Kills a relay's real process again and again under load, by SIGKILL, on real queues, tables, disk
 * and sockets. Three times in a build, as often as {@code -Dkills=100} says by hand; each round of
 * twenty begins with empty accounts, queues and tables, and is judged by itself. In every other one
 * the farm knows no ids and carries out whatever comes: nothing but the relay keeps an order from
 * being opened twice.
 */
@org.junit.jupiter.api.Order(1)
class KillTest {
  static final String TOKEN = "not-a-secret";

  private static final Path ROOT = Path.of("..");
  private static final int KILLS = Integer.getInteger("kills", 3);

  /** Nothing is ever closed here: in more kills than these the accounts grow without an end. */
  private static final int KILLS_OF_A_ROUND = 20;

  /** A usual account refuses what is too many. */
  private static final int MOST_POSITIONS = 100_000;

  private static final int ACCOUNTS = 4;

  /** How long a relay may do nothing at all. */
  private static final Duration PATIENCE = Duration.ofSeconds(90);

  private static final Duration LONGEST_NAKED = Duration.ofSeconds(10);

  private final List<Process> started = new ArrayList<>();

  @TempDir Path folder;

  @AfterEach
  void endWhatIsLeft() {
    started.forEach(Process::destroyForcibly);
  }

  @Test
  void a_relay_killed_again_and_again_opens_every_order_at_most_once_and_protected()
      throws IOException, InterruptedException {
    for (int done = 0; done < KILLS; done += KILLS_OF_A_ROUND) {
      Path disk = Files.createDirectory(folder.resolve("after-" + done));
      FarmProfile profile = done / KILLS_OF_A_ROUND % 2 == 0 ? FarmProfile.DUMB : FarmProfile.AWARE;
      round(Math.min(KILLS_OF_A_ROUND, KILLS - done), profile, new Random(7 + done), disk);
    }
  }

  private void round(int kills, FarmProfile profile, Random moments, Path disk)
      throws IOException, InterruptedException {
    Duration shift = Duration.between(Instant.now(), SomeMarket.MONDAY.plus(Duration.ofHours(1)));
    MarketPlayer market = SomeMarket.still(48);
    Mt5Sim mt5 = new Mt5Sim(market, () -> Instant.now().plus(shift), disk, brokers(market));
    CommandKeys.Pair keys = CommandKeys.generate("test-1");
    Farm served = mt5.farm(TOKEN, profile);
    try (Engines engines = Engines.start(ROOT, new Store.InMemory());
        LoopbackServer farm = LoopbackServer.start(0, served)) {
      engines.provision(
          TemplateFile.read(ROOT.resolve("template.yaml"))
              .resolve(Places.unknown(), Map.of("Stage", "kill")),
          Expiry.NEVER);
      Scenery scenery =
          new Scenery(
              shift,
              farm.uri(),
              engines.sqs(),
              engines.dynamo(),
              "kill",
              disk.resolve("journal").toString(),
              keys.publicKey(),
              accounts());
      Load load = new Load(scenery, keys.privateKey());
      run(kills, moments, scenery, load);
      judge(kills, load.orders(), mt5);
      assertThat(arrivals(served)).as("entries that came twice").allMatch(times -> times == 1);
    }
  }

  private void run(int kills, Random moments, Scenery scenery, Load load)
      throws IOException, InterruptedException {
    load.start();
    for (int kill = 0; kill < kills; kill++) {
      Process relay = relay(scenery);
      await(relay, load::executed, load.executed() + 3);
      LockSupport.parkNanos(Duration.ofMillis(moments.nextInt(400)).toNanos());
      assertThat(relay.isAlive()).as("the relay ended by itself, see relay.log").isTrue();
      end(relay);
    }
    load.stop();
    Process last = relay(scenery);
    await(last, load::settled, load.orders().size());
    assertThat(last.isAlive()).as("the relay ended by itself, see relay.log").isTrue();
    end(last);
  }

  /** The next one works on the same journal. */
  private static void end(Process relay) {
    relay.destroyForcibly().onExit().join();
  }

  private static void judge(int kills, List<Order> orders, Mt5Sim mt5) {
    SortedMap<Long, Integer> deals = mt5.entryDealsByMagic();
    List<String> wrong = new ArrayList<>();
    for (Order order : orders) {
      int found = deals.getOrDefault(order.magic().value(), 0);
      int wanted = order.state() instanceof OrderState.Protected ? 1 : 0;
      if (found != wanted) {
        wrong.add(order.state().label() + " with " + found + " deals: " + order.id());
      }
    }
    long open = orders.stream().filter(one -> one.state() instanceof OrderState.Protected).count();
    System.out.printf(
        "%d kills, %d orders, %d deals, %d without one, longest without a stop %s%n",
        kills, orders.size(), deals.size(), orders.size() - open, naked(mt5));
    assertThat(wrong).isEmpty();
    assertThat(deals).hasSize((int) open);
    assertThat(open).as("orders that were executed").isGreaterThan(kills);
    assertThat(naked(mt5)).isLessThan(LONGEST_NAKED);
    assertThat(mt5.terminals())
        .allSatisfy(
            terminal ->
                assertThat(terminal.positions())
                    .allSatisfy(position -> assertThat(position.stopLoss()).isPositive()));
  }

  /** How often each order's entry came to the farm. */
  private static Collection<Long> arrivals(Farm farm) {
    return farm.arrivals().all().stream()
        .collect(Collectors.groupingBy(Arrivals.Arrival::magic, Collectors.counting()))
        .values();
  }

  private static Duration naked(Mt5Sim mt5) {
    return mt5.naked().stream().map(Naked::lasted).max(Duration::compareTo).orElse(Duration.ZERO);
  }

  private Process relay(Scenery scenery) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xmx256m"));
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.add(RelayChild.class.getName());
    command.addAll(scenery.arguments());
    File log = folder.resolve("relay.log").toFile();
    Process relay =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(log))
            .start();
    started.add(relay);
    return relay;
  }

  private static List<AccountId> accounts() {
    return IntStream.rangeClosed(1, ACCOUNTS)
        .mapToObj(number -> AccountId.of(7_000_000 + number, "BittenSim-Demo"))
        .toList();
  }

  private static List<BrokerSpec> brokers(MarketPlayer market) {
    return accounts().stream()
        .map(
            account ->
                BrokerSpec.usual(
                        Scenery.broker(account),
                        Long.parseLong(account.value().split("@")[0]),
                        Mt5Sim.instruments(market, ""))
                    .holding(MOST_POSITIONS))
        .toList();
  }

  /** Until so much is done; a relay that ended by itself does no more. */
  private static void await(Process relay, IntSupplier done, int wanted) {
    int before = done.getAsInt();
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (before < wanted && relay.isAlive()) {
      LockSupport.parkNanos(100_000_000);
      int now = done.getAsInt();
      if (now > before) {
        before = now;
        end = System.nanoTime() + PATIENCE.toNanos();
      }
      assertThat(System.nanoTime()).as("%d of %d are done", now, wanted).isLessThan(end);
    }
  }
}
