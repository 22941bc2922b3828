package io.bitten.local.platform;

import io.bitten.adapters.telegram.BotApi;
import io.bitten.core.Event;
import io.bitten.core.Events;
import io.bitten.core.World;
import io.bitten.core.alert.AlertDesk;
import io.bitten.functions.Clients;
import io.bitten.functions.Settings;
import io.bitten.local.engine.Store;
import io.bitten.local.market.Engagement;
import io.bitten.local.market.ReplayClock;
import io.bitten.local.runtime.ConstructedHandlers;
import io.bitten.local.runtime.HandlerFactory;
import io.bitten.local.runtime.LocalStack;
import io.bitten.local.telegram.Archive;
import io.bitten.local.telegram.BotAccount;
import io.bitten.local.telegram.FileArchive;
import io.bitten.local.telegram.TelegramSim;
import java.io.IOException;
import java.net.URI;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * The whole platform in one JVM: the functions as {@code template.yaml} wires them, the relay, and
 * simulators of what belongs to others.
 */
public final class Platform implements AutoCloseable {
  private static final long LOOK_MS = 200;

  private final Deque<Part> parts = new ArrayDeque<>();
  private final PlatformPlan plan;
  private final Engagement engagement;
  private final LocalKeys keys;
  private final Outside outside;
  private InstantSource time;
  private PlatformClock clock;
  private Simulators simulators;
  private LocalStack stack;
  private TelegramSim telegram;
  private World world;
  private Settings settings;
  private volatile Consumer<Event> listener = event -> {};

  private Platform(PlatformPlan plan, InstantSource wall) {
    this.plan = plan;
    clock = new PlatformClock.Wall(wall);
    outside = Outside.of(plan.outside());
    engagement = new Engagement(System::nanoTime, plan.touchLasts());
    keys =
        switch (plan.store()) {
          case Store.OnDisk disk -> LocalKeys.in(plan.data());
          case Store.InMemory memory -> LocalKeys.fresh();
          case Store.MemoryPorts memory -> LocalKeys.fresh();
        };
  }

  /**
   * Starts everything; ready when it returns.
   *
   * @throws IOException when the template cannot be read
   */
  public static Platform start(PlatformPlan plan) throws IOException {
    return start(plan, InstantSource.system());
  }

  /** The same with another time where the market is real. */
  static Platform start(PlatformPlan plan, InstantSource wall) throws IOException {
    Platform platform = new Platform(plan, wall);
    try {
      platform.open();
      return platform;
    } catch (IOException | RuntimeException e) {
      platform.close();
      throw e;
    }
  }

  private void open() throws IOException {
    if (!outside.market()) {
      clock = new PlatformClock.Replayed(opened(plan.clock(engagement)));
    }
    time = clock.time();
    simulators = opened(new Simulators(plan.market(), time, plan.data(), keys));
    stack = opened(LocalStack.start(plan.stack(time)));
    BotAccount bot =
        new BotAccount(keys.get("TELEGRAM_BOT_TOKEN"), LocalSettings.BOT, "BITTEN (local)");
    telegram = opened(TelegramSim.start(bot, time, archive()));
    wire();
  }

  private void wire() throws IOException {
    settings = Settings.of(environment());
    Clients clients = LocalWorld.clients(stack, plan.store());
    World ports = LocalWorld.world(settings, clients, plan.store(), time);
    AlertDesk alerts = new AlertDesk(ports, settings.rules(), settings.chat());
    PaceKeeper keeper = new PaceKeeper(heard(ports.events()), engagement, alerts::reachesAnybody);
    world = LocalWorld.with(ports, keeper, outside.passes(ports.bills()));
    telegram.onTouch(engagement::touch);
    HandlerFactory handlers = new ConstructedHandlers(world, settings);
    stack.open(
        outside.market()
            ? handlers
            : new PacedHandlers(
                handlers, engagement, time, settings.rules().signals().timeframe()));
    opened(LocalRelay.start(new LocalRelay.Around(settings, clients, world, stack.bells()), plan));
    watch(keeper);
    hear(settings.address("TELEGRAM_API_URL"), settings.required("TELEGRAM_BOT_TOKEN"));
  }

  private void hear(URI telegramApi, String token) {
    BotApi api = new BotApi(telegramApi, token);
    String door = stack.doors() + "/telegram/webhook";
    String secret = keys.get("TELEGRAM_WEBHOOK_SECRET");
    if (outside.telegram()) {
      opened(
          LongPolling.start(
              new LongPolling.Bot(telegramApi, token),
              new LongPolling.Door(URI.create(door), secret),
              plan.errors()));
    } else {
      stack.mount(Places.TELEGRAM, telegram.handler());
      api.setWebhook(door, secret);
    }
    api.setCommands();
  }

  private Events heard(Events bus) {
    return event -> {
      listener.accept(event);
      bus.publish(event);
    };
  }

  private void watch(PaceKeeper keeper) {
    ScheduledExecutorService watch =
        Executors.newSingleThreadScheduledExecutor(Thread.ofPlatform().daemon().factory());
    LastBar lastBar = new LastBar(clock, plan.errors());
    watch.scheduleWithFixedDelay(lastBar::look, LOOK_MS, LOOK_MS, TimeUnit.MILLISECONDS);
    watch.scheduleWithFixedDelay(
        () -> keeper.look(world, time), LOOK_MS, LOOK_MS, TimeUnit.MILLISECONDS);
    parts.push(watch::shutdownNow);
  }

  private Archive archive() {
    return switch (plan.store()) {
      case Store.OnDisk disk -> new FileArchive(plan.data());
      case Store.InMemory memory -> Archive.NONE;
      case Store.MemoryPorts memory -> Archive.NONE;
    };
  }

  private Map<String, String> environment() {
    return new LocalSettings(plan, outside, keys, simulators).on(stack);
  }

  /** Hears every event before it goes to the bus. */
  public void onEvent(Consumer<Event> heard) {
    listener = heard;
  }

  public World world() {
    return world;
  }

  /** Who needs real time, and how far the replay may run. */
  public Engagement engagement() {
    return engagement;
  }

  /** What the functions run with. */
  public Settings settings() {
    return settings;
  }

  public InstantSource time() {
    return time;
  }

  public Outside outside() {
    return outside;
  }

  /** What is simulated, as every card says it; empty when nothing is. */
  public String simulated() {
    return outside.simulated(plan.market().label());
  }

  /** Where the market stands, in one line. */
  public String market() {
    return clock.sentence();
  }

  /** Where the relay finds MetaTrader. */
  public String terminal() {
    return outside.terminal()
        ? outside.terminalPlace() + " (real)"
        : simulators.farmServer().uri() + " (simulated farm)";
  }

  /**
   * The clock of the replayed market.
   *
   * @throws IllegalStateException when the market is real
   */
  public ReplayClock replay() {
    return switch (clock) {
      case PlatformClock.Replayed replayed -> replayed.clock();
      case PlatformClock.Wall wall ->
          throw new IllegalStateException("a real market is not replayed");
    };
  }

  public TelegramSim telegram() {
    return telegram;
  }

  public Simulators simulators() {
    return simulators;
  }

  public Places places() {
    return Places.of(
        stack.doors(),
        simulators.farmServer().uri(),
        simulators.marketServer().uri(),
        simulators.calendarServer().uri());
  }

  private <T extends AutoCloseable> T opened(T part) {
    parts.push(() -> Part.close(part, plan.errors()));
    return part;
  }

  /** Stops what was started, last first. */
  @Override
  public void close() {
    while (!parts.isEmpty()) {
      parts.pop().close();
    }
  }
}
