package io.bitten.local.platform;

import io.bitten.core.market.Timeframe;
import io.bitten.local.loopback.LoopbackServer;
import io.bitten.local.market.CalendarSim;
import io.bitten.local.market.Generator;
import io.bitten.local.market.MarketPlayer;
import io.bitten.local.market.TraderMadeSim;
import io.bitten.local.mt5.BrokerSpec;
import io.bitten.local.mt5.ClassicEa;
import io.bitten.local.mt5.FarmProfile;
import io.bitten.local.mt5.FileBridgeSim;
import io.bitten.local.mt5.Mt5Sim;
import io.bitten.local.mt5.Terminal;
import io.bitten.local.telegram.Archive;
import io.bitten.local.telegram.BotAccount;
import io.bitten.local.telegram.TelegramSim;
import io.undertow.Handlers;
import io.undertow.Undertow;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What the platform takes for the real world: a Telegram, a price source, a calendar and a
 * MetaTrader of their own, reached at addresses on loopback, in a time that runs from the close of
 * a candle that makes a signal.
 */
final class RealOutsides implements AutoCloseable {
  static final String BROKER = "sim-elsewhere";
  private static final String TOKEN = "4242:obviously-fake-token-for-tests-only";
  private static final String KEY = "not-a-key-only-a-test";
  private static final long SEED = 20_260_105;
  private static final int BARS = 6_200;
  private static final Instant FIRST_BAR = Instant.parse("2026-01-05T00:00:00Z");
  private static final Instant CANDLE_CLOSED = Instant.parse("2026-12-28T15:00:02Z");
  private static final MarketPlayer MARKET =
      new MarketPlayer(
          Generator.market(new Generator.Stretch(FIRST_BAR, Timeframe.H1, BARS), SEED), SEED);

  final InstantSource time;
  final TelegramSim telegram;
  private final Mt5Sim mt5;
  private final List<FileBridgeSim> eas = new ArrayList<>();
  private final Undertow telegramServer;
  private final LoopbackServer farm;
  private final LoopbackServer prices;
  private final LoopbackServer news;

  RealOutsides(Path folder) {
    long began = System.nanoTime();
    time = () -> CANDLE_CLOSED.plusNanos(System.nanoTime() - began);
    BrokerSpec broker = BrokerSpec.usual(BROKER, 5_900_001, Mt5Sim.instruments(MARKET, ""));
    mt5 = new Mt5Sim(MARKET, time, folder.resolve("broker"), List.of(broker));
    farm = LoopbackServer.start(0, mt5.farm(KEY, FarmProfile.AWARE));
    prices = LoopbackServer.start(0, new TraderMadeSim(MARKET, time, KEY));
    news = LoopbackServer.start(0, new CalendarSim(time, SEED));
    telegram = TelegramSim.start(new BotAccount(TOKEN, "real_bot", "BITTEN"), time, Archive.NONE);
    telegramServer =
        Undertow.builder()
            .addHttpListener(0, "127.0.0.1")
            .setIoThreads(1)
            .setWorkerThreads(1)
            .setHandler(Handlers.path().addPrefixPath("/tg", telegram.handler()))
            .build();
    telegramServer.start();
  }

  /** The market a platform would replay; beside a real one nothing of it is seen. */
  static LocalMarket unused() {
    return new LocalMarket(MARKET, "generated market", "test");
  }

  Terminal terminal() {
    return mt5.terminal(BROKER);
  }

  String account() {
    return Simulators.account(terminal().broker()).value();
  }

  /** A classic EA in the terminal, that polls this folder. */
  void attachEa(Path files) {
    ClassicEa.Settings settings = ClassicEa.Settings.usual(files, ClassicEa.Dialect.CLOSES);
    eas.add(FileBridgeSim.start(terminal(), settings, FileBridgeSim.USUAL_POLL));
  }

  /** The environment with this price source. */
  Map<String, String> market() {
    Map<String, String> values = new HashMap<>();
    values.put("TRADERMADE_KEY", KEY);
    values.put("TRADERMADE_URL", prices.uri() + "/api/v1");
    values.put("NEWS_URL", news.uri() + "/ff_calendar_thisweek.json");
    values.put("MT5_ACCOUNTS", account() + ":" + BROKER + ":USD");
    return values;
  }

  /** The environment with everything real and the account lent to one person. */
  Map<String, String> all(long owner) {
    InetSocketAddress at =
        (InetSocketAddress) telegramServer.getListenerInfo().getFirst().getAddress();
    Map<String, String> values = market();
    values.put("TELEGRAM_BOT_TOKEN", TOKEN);
    values.put("TELEGRAM_API_URL", "http://127.0.0.1:" + at.getPort() + "/tg");
    values.put("MT5_FARM_URL", farm.uri().toString());
    values.put("MT5_FARM_TOKEN", KEY);
    values.put("MT5_OWNERS", account() + "=" + owner);
    return values;
  }

  @Override
  public void close() {
    eas.forEach(FileBridgeSim::close);
    telegram.close();
    telegramServer.stop();
    farm.close();
    prices.close();
    news.close();
  }
}
