package io.bitten.bench;

import io.bitten.adapters.farm.FarmSettings;
import io.bitten.adapters.farm.HttpFarm;
import io.bitten.adapters.sign.CommandKeys;
import io.bitten.adapters.sign.CommandSigner;
import io.bitten.adapters.sign.CommandVerifier;
import io.bitten.core.CorrelationId;
import io.bitten.core.Versioned;
import io.bitten.core.account.AccountId;
import io.bitten.core.account.Money;
import io.bitten.core.account.UserId;
import io.bitten.core.fire.FireDesk;
import io.bitten.core.market.Direction;
import io.bitten.core.market.Lots;
import io.bitten.core.market.Price;
import io.bitten.core.market.Symbol;
import io.bitten.core.memory.MemoryWorld;
import io.bitten.core.order.HaltEpochs;
import io.bitten.core.order.Order;
import io.bitten.core.order.OrderId;
import io.bitten.core.order.OrderState;
import io.bitten.core.order.Origin;
import io.bitten.core.order.Terms;
import io.bitten.core.risk.RiskBook;
import io.bitten.core.risk.RiskDay;
import io.bitten.core.risk.Tilt;
import io.bitten.relay.Relay;
import io.bitten.relay.RelayCaps;
import io.bitten.relay.RelayLine;
import io.bitten.relay.RelayPorts;
import io.bitten.relay.RelaySettings;
import io.bitten.relay.journal.Journal;
import io.bitten.relay.wiring.SignedDoor;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * A relay on a real journal, a real farm client over loopback and real signatures. Orders, halts
 * and reports are in memory: what a cloud adds is its own latency, not ours.
 */
final class RelayRig {
  static final AccountId ACCOUNT = AccountId.of(5_000_101, "Bench");

  static final String NAME = "bench";

  private static final UserId TRADER = new UserId("tg-1");

  private static final RiskBook BOOK = book();

  private static final Symbol EURUSD = new Symbol("EURUSD");

  private final MemoryWorld world = MemoryWorld.on(InstantSource.system());
  private final CommandKeys.Pair keys = CommandKeys.generate("bench-1");
  private final CommandSigner signer = new CommandSigner(keys.privateKey());

  MemoryWorld world() {
    return world;
  }

  /** A process on this journal. */
  Relay relay(Journal journal, URI farm) {
    InstantSource time = InstantSource.system();
    RelayPorts ports =
        new RelayPorts(
            world.orders(),
            world.halts(),
            world.leases(),
            world.closeWishes(),
            world.orphans(),
            world.reports(),
            time,
            System::nanoTime,
            journal);
    HttpFarm route = new HttpFarm(ACCOUNT, FarmSettings.of(farm, "", BenchFarm.BROKER), time);
    return new Relay(
        RelaySettings.named(NAME),
        ports,
        List.of(new RelayLine(ACCOUNT, route, RelayCaps.none())),
        UUID.randomUUID().toString());
  }

  SignedDoor door() {
    return new SignedDoor(
        new CommandVerifier(keys.publicKey(), Set.of(ACCOUNT), InstantSource.system()));
  }

  /** The order's command as the cloud would queue it. */
  String command(Order order) {
    return signer.sign(FireDesk.command(order));
  }

  /** Stores a NEW order that lives for a minute. */
  Order place(int number) {
    Order order = order(number, Instant.now());
    world
        .orders()
        .place(
            order,
            world
                .riskBooks()
                .find(TRADER)
                .map(stored -> stored.with(BOOK))
                .orElse(Versioned.fresh(BOOK)));
    return order;
  }

  /** Stores the order in another state. */
  void move(Order order, OrderState state) {
    Versioned<Order> stored = world.orders().find(order.id()).orElseThrow();
    world.orders().save(stored.with(order.with(state)));
  }

  OrderState state(OrderId order) {
    return world.orders().find(order).orElseThrow().value().state();
  }

  private Order order(int number, Instant now) {
    Terms terms =
        new Terms(
            EURUSD,
            Direction.BUY,
            Lots.of("0.01"),
            Price.of("1.10010"),
            Price.of("1.09500"),
            Price.of("1.10500"),
            Money.of("5.00", "USD"),
            20);
    return new Order(
        OrderId.derivedFrom("bench", Integer.toString(number)),
        "TRD_20240304_%03d".formatted(number),
        world.orders().nextMagic(),
        TRADER,
        ACCOUNT,
        new Origin.OfTrader(),
        terms,
        new OrderState.New(),
        new HaltEpochs(0, 0, 0),
        now,
        now.plus(Duration.ofMinutes(1)),
        new CorrelationId("bench-" + number));
  }

  private static RiskBook book() {
    Money balance = Money.of("10000.00", "USD");
    return new RiskBook(
        TRADER,
        List.of(),
        new RiskDay(LocalDate.now(ZoneOffset.UTC), balance, Money.of("0.00", "USD"), 0, Map.of()),
        Tilt.calm(),
        balance,
        List.of(),
        List.of());
  }
}
