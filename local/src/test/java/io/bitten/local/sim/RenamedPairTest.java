package io.bitten.local.sim;

import static org.assertj.core.api.Assertions.assertThat;

import io.bitten.adapters.bridge.BridgeSettings;
import io.bitten.adapters.bridge.ClassicBridge;
import io.bitten.adapters.bridge.JournaledBridge;
import io.bitten.core.Some;
import io.bitten.core.Versioned;
import io.bitten.core.account.AccountSnapshot;
import io.bitten.core.account.Position;
import io.bitten.core.market.Level;
import io.bitten.core.market.TradingWeek;
import io.bitten.core.memory.MemoryWorld;
import io.bitten.core.order.Order;
import io.bitten.core.order.OrderId;
import io.bitten.core.order.RouteName;
import io.bitten.core.relay.Answer;
import io.bitten.core.relay.Deal;
import io.bitten.core.relay.Entry;
import io.bitten.core.relay.History;
import io.bitten.core.relay.Look;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A pair that its broker renames, behind the files of the bridge. */
final class RenamedPairTest {
  private static final int SECOND = 1_000;
  private static final int LONGEST_S = 2_000;

  private MemoryWorld memory;
  private Timeline time;
  private Stage stage;
  private Prices prices;
  private Terminal terminal;
  private Expert expert;
  private JournaledBridge bridge;

  @BeforeEach
  void start() {
    time = new Timeline(Some.NOW);
    memory = MemoryWorld.on(time);
    Story story = new Story(time, Story.Telling.HASH_ONLY);
    stage =
        new Stage(
            time,
            often(Fault.SUFFIX_CHANGED, story),
            story,
            new Checks(
                time, memory, new Checks.Logs(new HaltLog(time), new LeaseLog(time, story))));
    prices = new Prices(time, stage.faults());
    terminal = new Terminal(Some.ACCOUNT, stage, prices, Terminal.Ends.ANY_TIME);
    LastHop hop =
        new LastHop(
            terminal,
            stage,
            new LastHop.Kind(RouteName.BRIDGE, LastHop.Knows.AWARE, LastHop.Tells.EVERYTHING),
            Set.of());
    expert =
        new Expert(hop, stage, new Expert.Setting(Set.of(), new ServerClock(TradingWeek.NEW_YORK)));
    bridge =
        new JournaledBridge(
            Some.ACCOUNT,
            BridgeSettings.in(expert.folder().path(), Broker.USD)
                .speaking(BridgeSettings.Profile.JOURNALED),
            new ClassicBridge.Around(time, time::nanos, this::pause));
    time.pass(5 * SECOND);
  }

  /** The dice of a seed that throws it again and again. */
  private Faults often(Fault fault, Story story) {
    Faults.Known known = new Faults.Known(EnumSet.of(fault), Set.of());
    for (long seed = 0; true; seed++) {
      if (new Faults(new SplittableRandom(seed), known, time, story).often(fault)) {
        return new Faults(new SplittableRandom(seed), known, time, story);
      }
    }
  }

  private void pause(Duration span) {
    expert.expected();
    time.pass(span.toMillis());
  }

  @AfterEach
  void end() {
    expert.close();
  }

  @Test
  void it_is_refused_by_its_old_name_and_traded_by_its_new_one() {
    assertThat(names(look())).isEqualTo("EURUSD.x");
    terminal.broker().foreign(0, Level.absent());
    rename();

    assertThat(bridge.open(entry(order("one"))))
        .as("asked for by the name of the last look")
        .isEqualTo(new Answer.No("NO_SYMBOL", "The Expert Advisor did not send it: NO_SYMBOL."));
    assertThat(names(look())).isEqualTo("EURUSD.y");
    assertThat(bridge.open(entry(placed("two")))).isInstanceOf(Answer.Done.class);
    assertThat(look().positions())
        .extracting(Position::symbol)
        .containsExactlyInAnyOrder(Some.EURUSD, Prices.SYMBOLS.get(2));
    assertThat(((History.Complete) bridge.history(Some.NOW)).deals())
        .extracting(Deal::symbol)
        .containsExactly(Some.EURUSD);
    assertThat(terminal.renamed()).isTrue();
  }

  private void rename() {
    for (int second = 0; !terminal.renamed() && second < LONGEST_S; second++) {
      time.pass(SECOND);
      prices.step();
      terminal.second();
    }
    assertThat(terminal.renamed()).isTrue();
  }

  private AccountSnapshot look() {
    return ((Look.Complete) bridge.look()).snapshot();
  }

  private static String names(AccountSnapshot seen) {
    return seen.specs().get(Some.EURUSD).terminalName();
  }

  private Order order(String name) {
    return Some.order(OrderId.derivedFrom("offer", name), time.instant());
  }

  private Order placed(String name) {
    Order order = order(name);
    memory.orders().place(order, Versioned.fresh(Some.riskBook()));
    stage.checks().placed(order);
    return order;
  }

  private static Entry entry(Order order) {
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
        order.deadline(),
        1,
        0);
  }
}
