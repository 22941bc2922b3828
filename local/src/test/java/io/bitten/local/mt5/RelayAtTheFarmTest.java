package io.bitten.local.mt5;

import static org.assertj.core.api.Assertions.assertThat;

import io.bitten.adapters.farm.HttpFarm;
import io.bitten.core.account.AccountId;
import io.bitten.core.account.Magic;
import io.bitten.core.account.Position;
import io.bitten.core.account.Ticket;
import io.bitten.core.market.Direction;
import io.bitten.core.market.Level;
import io.bitten.core.market.Lots;
import io.bitten.core.market.Price;
import io.bitten.core.market.SymbolSpec;
import io.bitten.core.order.ExitReason;
import io.bitten.core.order.OrderId;
import io.bitten.core.relay.Answer;
import io.bitten.core.relay.Deal;
import io.bitten.core.relay.Entry;
import io.bitten.core.relay.History;
import io.bitten.core.relay.Look;
import io.bitten.core.relay.PositionClose;
import io.bitten.core.relay.Retcode;
import io.bitten.core.relay.RouteHealth;
import io.bitten.core.relay.StopChange;
import io.bitten.local.loopback.LoopbackServer;
import io.bitten.local.market.MarketPlayer;
import io.bitten.local.market.SomeMarket;
import io.bitten.local.mt5.Switches.Autotrading;
import io.bitten.local.mt5.Switches.Line;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The relay's own adapter drives the simulated farm, at a broker whose symbols have a suffix. */
class RelayAtTheFarmTest {
  private static final Magic MAGIC = Magic.ours(7);

  @TempDir Path folder;
  private Desk desk;
  private Farm farm;
  private LoopbackServer server;
  private HttpFarm relay;

  @BeforeEach
  void start() {
    MarketPlayer market = SomeMarket.still(48);
    BrokerSpec broker = Desk.broker(Mt5Sim.instruments(market, ".m"));
    desk = new Desk(folder, market, broker);
    farm = desk.sim.farm(FarmCaller.TOKEN, FarmProfile.AWARE);
    server = LoopbackServer.start(0, farm);
    relay =
        new HttpFarm(
            AccountId.of(broker.login(), broker.server()),
            FarmCaller.settings(server.uri(), broker.name()),
            desk::now);
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void an_order_is_opened_seen_protected_moved_closed_and_in_the_history() {
    Answer.Done done = (Answer.Done) relay.open(entry(1));
    assertThat(done.price()).isEqualTo(Price.of("1.10010"));

    Position position = look().snapshot().positions().getFirst();
    assertThat(position.ticket()).isEqualTo(done.ticket());
    assertThat(position.symbol()).isEqualTo(SomeMarket.EURUSD);
    assertThat(position.stopLoss()).isEqualTo(Level.at(Price.of("1.09500")));
    assertThat(position.magic()).isEqualTo(MAGIC);
    assertThat(look().comments()).containsValue(entry(1).id().value());
    assertThat(look().snapshot().balance().shown()).isEqualTo("10000.00 USD");
    assertThat(look().snapshot().specs().get(SomeMarket.EURUSD).terminalName())
        .isEqualTo("EURUSD.m");
    assertThat(look().snapshot().quotes()).containsKey(SomeMarket.EURUSD);

    assertThat(relay.modify(stops(done.ticket(), "1.09600"))).isInstanceOf(Answer.Done.class);
    assertThat(look().snapshot().positions().getFirst().stopLoss())
        .isEqualTo(Level.at(Price.of("1.09600")));
    assertThat(relay.close(close(done.ticket()))).isInstanceOf(Answer.Done.class);
    assertThat(look().snapshot().positions()).isEmpty();
    assertThat(relay.close(close(done.ticket())))
        .isEqualTo(
            new Answer.No(Retcode.POSITION_CLOSED.label(), Retcode.POSITION_CLOSED.sentence()));
    History.Complete history = (History.Complete) relay.history(Desk.START);
    assertThat(history.deals())
        .extracting(Deal::side)
        .containsExactly(Deal.Side.ENTRY, Deal.Side.EXIT);
    assertThat(history.deals().getLast().reason()).isEqualTo(ExitReason.OUTSIDE);
    assertThat(history.deals().getLast().net().shown()).isEqualTo("-1.00 USD");
  }

  @Test
  void what_the_line_swallows_is_unknown_and_the_id_keeps_it_single() {
    farm.fault("/execute", new FarmFault.DropReply());

    assertThat(relay.open(entry(1))).isInstanceOf(Answer.Unknown.class);
    assertThat(look().snapshot().positions()).hasSize(1);
    assertThat(relay.open(entry(1))).isInstanceOf(Answer.Done.class);
    assertThat(relay.open(entry(2))).isInstanceOf(Answer.Done.class);
    assertThat(desk.sim.entryDealsByMagic()).containsEntry(MAGIC.value(), 1);
  }

  @Test
  void a_relay_of_an_older_epoch_is_refused() {
    assertThat(relay.open(entry("A", 1, 7))).isInstanceOf(Answer.Done.class);
    assertThat(relay.open(entry("B", 1, 6)))
        .isEqualTo(new Answer.No("STALE_EPOCH", "a newer epoch has been seen"));
    assertThat(desk.sim.entryDealsByMagic()).containsEntry(MAGIC.value(), 1);
  }

  @Test
  void what_a_newer_halt_has_overtaken_is_refused() {
    assertThat(relay.open(halted("A", 3))).isInstanceOf(Answer.Done.class);
    assertThat(relay.open(halted("B", 2)))
        .isEqualTo(new Answer.No("HALTED", "a newer halt epoch has been seen"));
    assertThat(desk.sim.entryDealsByMagic()).containsEntry(MAGIC.value(), 1);
  }

  @Test
  void a_pair_is_specified_as_the_terminal_says() {
    assertThat(look().snapshot().specs())
        .containsExactly(
            Map.entry(
                SomeMarket.EURUSD,
                new SymbolSpec(
                    SomeMarket.EURUSD,
                    "EURUSD.m",
                    5,
                    new BigDecimal("100000"),
                    new BigDecimal("0.00001"),
                    new BigDecimal("1.00000"),
                    Lots.of("0.01"),
                    Lots.of("0.01"),
                    Lots.of("50"),
                    10)));
  }

  @Test
  void every_kind_of_trouble_has_its_meaning() {
    farm.fault("/execute", new FarmFault.ServerErrorAfterEffect());
    farm.fault("/execute", new FarmFault.RouteTimeout());
    assertThat(relay.open(entry(1))).isInstanceOf(Answer.Unknown.class);
    assertThat(relay.open(entry(2))).isInstanceOf(Answer.Unknown.class);
    desk.terminal.set(new Switches(Line.DISCONNECTED, Autotrading.ALLOWED));
    assertThat(relay.look()).isInstanceOf(Look.Incomplete.class);
    assertThat(relay.health()).isInstanceOf(RouteHealth.Down.class);
    desk.terminal.set(Switches.ON);
    assertThat(relay.health()).isInstanceOf(RouteHealth.Up.class);
    server.close();
    assertThat(relay.open(entry(3))).isInstanceOf(Answer.NotSent.class);
  }

  @Test
  void every_return_code_reaches_the_relay_with_its_meaning() {
    relay.look();
    int number = 0;
    for (Retcode retcode : Retcode.values()) {
      desk.terminal.script(new Scripted.Refuse(retcode));
      Answer answer = relay.open(entry("O" + number++, 1));
      switch (retcode.meaning()) {
        case NO -> assertThat(answer).as(retcode.label()).isInstanceOf(Answer.No.class);
        case UNKNOWN -> assertThat(answer).as(retcode.label()).isInstanceOf(Answer.Unknown.class);
        case DONE, PARTIAL ->
            assertThat(answer).as(retcode.label()).isInstanceOf(Answer.DoneUntold.class);
      }
    }
  }

  private Look.Complete look() {
    return (Look.Complete) relay.look();
  }

  private Entry entry(int attempt) {
    return entry("O", attempt);
  }

  private Entry entry(String name, int attempt) {
    return entry(name, attempt, 7);
  }

  private Entry entry(String name, int attempt, long epoch) {
    return entry(name, attempt, epoch, 0);
  }

  private Entry halted(String name, long haltEpoch) {
    return entry(name, 1, 7, haltEpoch);
  }

  private Entry entry(String name, int attempt, long epoch, long haltEpoch) {
    return new Entry(
        OrderId.derivedFrom(name),
        attempt,
        MAGIC,
        SomeMarket.EURUSD,
        Direction.BUY,
        Lots.of("0.10"),
        Price.of("1.09500"),
        Price.of("1.10500"),
        20,
        desk.now().plusSeconds(8),
        epoch,
        haltEpoch);
  }

  private static StopChange stops(Ticket ticket, String stopLoss) {
    return new StopChange(
        "M1", ticket, SomeMarket.EURUSD, Price.of(stopLoss), Level.at(Price.of("1.10500")), MAGIC);
  }

  private static PositionClose close(Ticket ticket) {
    return new PositionClose(
        "C1", ticket, SomeMarket.EURUSD, Direction.BUY, Lots.of("0.10"), MAGIC);
  }
}
