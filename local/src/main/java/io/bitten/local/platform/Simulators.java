package io.bitten.local.platform;

import io.bitten.core.account.AccountId;
import io.bitten.core.account.DemoPool;
import io.bitten.core.market.Symbol;
import io.bitten.local.loopback.LoopbackServer;
import io.bitten.local.market.CalendarSim;
import io.bitten.local.market.TraderMadeSim;
import io.bitten.local.mt5.BrokerSpec;
import io.bitten.local.mt5.Farm;
import io.bitten.local.mt5.FarmProfile;
import io.bitten.local.mt5.Mt5Sim;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** What belongs to others, simulated: the price source, the news calendar, the broker. */
public final class Simulators implements AutoCloseable {
  /** Demo accounts set aside for people who try the platform. */
  private static final int ACCOUNTS = 8;

  private static final long FIRST_LOGIN = 5_000_101;
  private static final long SEED = 7;

  private final Mt5Sim mt5;
  private final Farm farm;
  private final Deque<LoopbackServer> servers = new ArrayDeque<>();
  private final LoopbackServer farmServer;
  private final LoopbackServer marketServer;
  private final LoopbackServer calendarServer;

  Simulators(LocalMarket market, InstantSource time, Path data, LocalKeys keys) {
    mt5 = new Mt5Sim(market.player(), time, data.resolve("mt5"), brokers(market));
    farm = mt5.farm(keys.get("MT5_FARM_TOKEN"), FarmProfile.AWARE);
    farmServer = serve(LoopbackServer.start(0, farm));
    marketServer =
        serve(
            LoopbackServer.start(
                0, new TraderMadeSim(market.player(), time, keys.get("TRADERMADE_KEY"))));
    calendarServer = serve(LoopbackServer.start(0, new CalendarSim(time, SEED)));
  }

  private LoopbackServer serve(LoopbackServer server) {
    servers.push(server);
    return server;
  }

  private static List<BrokerSpec> brokers(LocalMarket market) {
    return IntStream.range(0, ACCOUNTS)
        .mapToObj(
            i ->
                BrokerSpec.usual(
                    "sim-demo-" + (i + 1),
                    FIRST_LOGIN + i,
                    Mt5Sim.instruments(market.player(), i % 2 == 0 ? "" : ".m")))
        .toList();
  }

  /** The accounts as the bot offers them: {@code login@server:broker:currency}. */
  String demoAccounts() {
    return mt5.terminals().stream()
        .map(it -> it.broker())
        .map(it -> account(it) + ":" + it.name() + ":" + it.currency())
        .collect(Collectors.joining(","));
  }

  /** The simulated accounts are there for everybody. */
  private String demoOwners() {
    return mt5.terminals().stream()
        .map(it -> account(it.broker()) + "=" + DemoPool.EVERYBODY)
        .collect(Collectors.joining(","));
  }

  /** The prices, the news and the pairs of the simulated market. */
  Map<String, String> marketSettings(LocalMarket market) {
    return Map.of(
        "TRADERMADE_URL",
        marketServer.uri() + "/api/v1",
        "NEWS_URL",
        calendarServer.uri() + "/ff_calendar_thisweek.json",
        "SYMBOLS",
        market.player().symbols().stream().map(Symbol::code).collect(Collectors.joining(",")));
  }

  /** The simulated broker's farm and accounts. */
  Map<String, String> brokerSettings() {
    return Map.of(
        "MT5_FARM_URL",
        farmServer.uri().toString(),
        "DEMO_ACCOUNTS",
        demoAccounts(),
        "DEMO_OWNERS",
        demoOwners());
  }

  static AccountId account(BrokerSpec broker) {
    return AccountId.of(broker.login(), broker.server());
  }

  public Mt5Sim mt5() {
    return mt5;
  }

  /** The farm in front of the simulated terminals, with its faults and arrival times. */
  public Farm farm() {
    return farm;
  }

  LoopbackServer farmServer() {
    return farmServer;
  }

  LoopbackServer marketServer() {
    return marketServer;
  }

  LoopbackServer calendarServer() {
    return calendarServer;
  }

  @Override
  public void close() {
    servers.forEach(LoopbackServer::close);
  }
}
