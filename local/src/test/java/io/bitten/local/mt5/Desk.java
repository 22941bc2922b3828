package io.bitten.local.mt5;

import io.bitten.core.market.Direction;
import io.bitten.local.market.MarketPlayer;
import io.bitten.local.market.Recording;
import io.bitten.local.market.SomeMarket;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/** A simulator whose clock is moved by hand, with one broker that costs nothing and never slips. */
final class Desk {
  static final String BROKER = "sim-test";
  static final Instant START = SomeMarket.MONDAY.plusSeconds(600);

  final Mt5Sim sim;
  final Terminal terminal;
  private Instant now = START;

  Desk(Path folder, MarketPlayer market) {
    this(folder, market, broker(Mt5Sim.instruments(market, "")));
  }

  Desk(Path folder, MarketPlayer market, BrokerSpec... brokers) {
    sim = new Mt5Sim(market, () -> now, folder, List.of(brokers));
    terminal = sim.terminals().iterator().next();
  }

  /** Bid 1.10000, ask 1.10010, for two days. */
  static Desk still(Path folder) {
    return new Desk(folder, SomeMarket.still(48));
  }

  static Desk playing(Path folder, Recording recording) {
    return new Desk(folder, new MarketPlayer(List.of(recording), 1));
  }

  static BrokerSpec broker(List<Instrument> instruments) {
    BrokerSpec usual = BrokerSpec.usual(BROKER, 7_000_001, instruments);
    return new BrokerSpec(
        usual.name(),
        usual.login(),
        usual.server(),
        usual.currency(),
        usual.openingBalance(),
        usual.leverage(),
        BigDecimal.ZERO,
        0,
        usual.mostPositions(),
        instruments);
  }

  Instant now() {
    return now;
  }

  void pass(Duration time) {
    now = now.plus(time);
  }

  Receipt buy(String lots, String stopLoss, String takeProfit) {
    return terminal.open(order(Direction.BUY, lots, stopLoss, takeProfit));
  }

  Receipt sell(String lots, String stopLoss, String takeProfit) {
    return terminal.open(order(Direction.SELL, lots, stopLoss, takeProfit));
  }

  static OpenRequest order(Direction direction, String lots, String stopLoss, String takeProfit) {
    return new OpenRequest(
        "EURUSD",
        direction,
        new BigDecimal(lots),
        new BigDecimal(stopLoss),
        new BigDecimal(takeProfit),
        OpenRequest.ANY_DEVIATION,
        Set.of(),
        42,
        "BITTEN");
  }

  Receipt close(long ticket, String lots) {
    return terminal.close(new CloseRequest(ticket, new BigDecimal(lots), 42, "close"));
  }

  Receipt modify(long ticket, String stopLoss, String takeProfit) {
    return terminal.modify(
        new ModifyRequest(ticket, new BigDecimal(stopLoss), new BigDecimal(takeProfit)));
  }
}
