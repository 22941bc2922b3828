package io.bitten.local.mt5;

import static org.assertj.core.api.Assertions.assertThat;

import io.bitten.adapters.farm.HttpFarm;
import io.bitten.core.Some;
import io.bitten.core.Versioned;
import io.bitten.core.account.AccountId;
import io.bitten.core.fire.FireDesk;
import io.bitten.core.market.Direction;
import io.bitten.core.market.Lots;
import io.bitten.core.market.Price;
import io.bitten.core.memory.MemoryWorld;
import io.bitten.core.order.HaltEpochs;
import io.bitten.core.order.Order;
import io.bitten.core.order.OrderState;
import io.bitten.core.order.Terms;
import io.bitten.core.relay.Retcode;
import io.bitten.local.loopback.LoopbackServer;
import io.bitten.local.market.MarketPlayer;
import io.bitten.local.market.SomeMarket;
import io.bitten.relay.Relay;
import io.bitten.relay.RelayCaps;
import io.bitten.relay.RelayLine;
import io.bitten.relay.RelayPorts;
import io.bitten.relay.RelaySettings;
import io.bitten.relay.journal.FileDisk;
import io.bitten.relay.journal.Journal;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a broker answers takes an order, by the whole relay and its farm, to the right state. */
class OrderAtTheFarmTest {
  @TempDir Path folder;
  private final MarketPlayer market = SomeMarket.still(48);
  private final BrokerSpec broker = Desk.broker(Mt5Sim.instruments(market, ".m"));
  private final AccountId account = AccountId.of(broker.login(), broker.server());

  @ParameterizedTest
  @EnumSource(Retcode.class)
  void a_code_without_an_effect(Retcode code) throws IOException {
    OrderState state = after(new Scripted.Refuse(code), 0);
    switch (code.meaning()) {
      case NO -> {
        if (code.passing()) {
          assertThat(state).isEqualTo(new OrderState.New(1));
        } else {
          assertThat(state)
              .isInstanceOfSatisfying(
                  OrderState.Rejected.class,
                  rejected -> assertThat(rejected.code()).isEqualTo(code.label()));
        }
      }
      // A yes that names no position is no proof of one.
      case UNKNOWN, DONE, PARTIAL -> assertThat(state).isInstanceOf(OrderState.Unknown.class);
    }
  }

  @ParameterizedTest
  @EnumSource(Retcode.class)
  void a_code_over_an_effect(Retcode code) throws IOException {
    if (code.meaning() == Retcode.Meaning.NO) {
      // A no says that nothing was done: what comes of one that lies is an orphan's story.
      return;
    }
    // It names no position: whether there is one is asked of the broker's lists.
    assertThat(after(new Scripted.DoneButSays(code), 1)).isInstanceOf(OrderState.Unknown.class);
  }

  @Test
  void a_part_is_protected_with_what_it_is() throws IOException {
    assertThat(after(new Scripted.Partial(new BigDecimal("0.03")), 1))
        .isInstanceOfSatisfying(
            OrderState.Protected.class,
            held -> assertThat(held.fill().lots()).isEqualTo(Lots.of("0.03")));
  }

  @Test
  void what_came_without_its_stop_gets_it() throws IOException {
    assertThat(after(new Scripted.DropStops(), 1)).isInstanceOf(OrderState.Protected.class);
  }

  @Test
  void a_price_beyond_the_deviation_is_tried_once_more() throws IOException {
    assertThat(after(new Scripted.Slip(21), 0)).isEqualTo(new OrderState.New(1));
  }

  /** The order's state after one step of its command, which left so many deals. */
  private OrderState after(Scripted meets, int deals) throws IOException {
    Desk desk = new Desk(folder, market, broker);
    MemoryWorld world = MemoryWorld.on(desk::now);
    Farm farm = desk.sim.farm(FarmCaller.TOKEN, FarmProfile.AWARE);
    try (LoopbackServer server = LoopbackServer.start(0, farm);
        Journal journal = Journal.open(FileDisk.in(folder.resolve("journal")))) {
      Order order = order(world, desk);
      world.orders().place(order, Versioned.fresh(Some.riskBook()));
      Relay relay = relay(world, desk, journal, server);
      relay.look(account);
      desk.terminal.script(meets);

      relay.step(FireDesk.command(order));

      assertThat(desk.sim.entryDealsByMagic()).hasSize(deals);
      return world.orders().find(order.id()).orElseThrow().value().state();
    }
  }

  private Relay relay(MemoryWorld world, Desk desk, Journal journal, LoopbackServer server) {
    RelayPorts ports =
        new RelayPorts(
            world.orders(),
            world.halts(),
            world.leases(),
            world.closeWishes(),
            world.orphans(),
            world.reports(),
            desk::now,
            () -> 0L,
            journal);
    HttpFarm route =
        new HttpFarm(account, FarmCaller.settings(server.uri(), broker.name()), desk::now);
    return new Relay(
        RelaySettings.named("relay-1"),
        ports,
        List.of(new RelayLine(account, route, RelayCaps.none())),
        "boot-1");
  }

  private Order order(MemoryWorld world, Desk desk) {
    Order some = Some.order();
    Terms terms =
        new Terms(
            SomeMarket.EURUSD,
            Direction.BUY,
            Lots.of("0.10"),
            Price.of("1.10010"),
            Price.of("1.09500"),
            Price.of("1.10500"),
            Some.usd("51.00"),
            20);
    return new Order(
        some.id(),
        some.number(),
        world.orders().nextMagic(),
        some.user(),
        account,
        some.origin(),
        terms,
        new OrderState.New(),
        new HaltEpochs(0, 0, 0),
        desk.now(),
        desk.now().plus(Duration.ofSeconds(8)),
        some.correlation());
  }
}
