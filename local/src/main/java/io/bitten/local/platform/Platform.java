package io.bitten.local.platform;

import io.bitten.adapters.telegram.BotApi;
import io.bitten.core.Event;
import io.bitten.core.Events;
import io.bitten.core.World;
import io.bitten.core.market.Symbol;
import io.bitten.functions.Clients;
import io.bitten.functions.Settings;
import io.bitten.local.engine.Expiry;
import io.bitten.local.engine.Store;
import io.bitten.local.market.Engagement;
import io.bitten.local.market.ReplayClock;
import io.bitten.local.runtime.ConstructedHandlers;
import io.bitten.local.runtime.LocalStack;
import io.bitten.local.runtime.StackPlan;
import io.bitten.local.telegram.Archive;
import io.bitten.local.telegram.BotAccount;
import io.bitten.local.telegram.FileArchive;
import io.bitten.local.telegram.TelegramSim;
import java.io.IOException;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * The whole platform in one JVM: the functions as {@code template.yaml} wires them, the relay, and
 * simulators of what belongs to others.
 */
public final class Platform implements AutoCloseable {
  private static final long LOOK_MS = 200;
  private static final String BOT = "bitten_local_bot";

  private final Deque<Part> parts = new ArrayDeque<>();
  private final PlatformPlan plan;
  private final Engagement engagement;
  private final LocalKeys keys;
  private ReplayClock clock;
  private Simulators simulators;
  private LocalStack stack;
  private TelegramSim telegram;
  private World world;
  private volatile Consumer<Event> listener = event -> {};

  private Platform(PlatformPlan plan) {
    this.plan = plan;
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
    Platform platform = new Platform(plan);
    try {
      platform.open();
      return platform;
    } catch (IOException | RuntimeException e) {
      platform.close();
      throw e;
    }
  }

  private void open() throws IOException {
    clock = opened(clock());
    simulators = opened(new Simulators(plan.market(), clock, plan.data(), keys));
    stack = opened(LocalStack.start(stackPlan()));
    BotAccount bot = new BotAccount(keys.get("TELEGRAM_BOT_TOKEN"), BOT, "BITTEN (local)");
    telegram = opened(TelegramSim.start(bot, clock, archive()));
    wire();
  }

  private void wire() throws IOException {
    Settings settings = Settings.of(environment());
    Clients clients = LocalWorld.clients(stack, plan.store());
    PaceKeeper[] keeper = new PaceKeeper[1];
    world =
        LocalWorld.with(
            LocalWorld.world(settings, clients, plan.store(), clock),
            bus -> keeper[0] = new PaceKeeper(heard(bus), engagement));
    stack.mount(Places.TELEGRAM, telegram.handler());
    telegram.onTouch(engagement::touch);
    stack.open(
        new PacedHandlers(
            new ConstructedHandlers(world, settings),
            engagement,
            clock,
            settings.rules().signals().timeframe()));
    opened(LocalRelay.start(settings, clients, world, plan));
    watch(keeper[0]);
    BotApi api = new BotApi(settings.address("TELEGRAM_API_URL"), keys.get("TELEGRAM_BOT_TOKEN"));
    api.setWebhook(stack.doors() + "/telegram/webhook", keys.get("TELEGRAM_WEBHOOK_SECRET"));
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
    watch.scheduleWithFixedDelay(
        () -> keeper.look(world, clock), LOOK_MS, LOOK_MS, TimeUnit.MILLISECONDS);
    parts.push(watch::shutdownNow);
  }

  private ReplayClock clock() {
    return new ReplayClock(
        new ReplayClock.Settings(
            plan.market().start(),
            plan.market().player().end(),
            plan.speed(),
            plan.data().resolve("clock-" + plan.market().digest())),
        engagement,
        System::nanoTime);
  }

  private StackPlan stackPlan() {
    return new StackPlan(
        plan.root(),
        plan.root().resolve("template.yaml"),
        Map.of(),
        plan.store(),
        Expiry.NEVER,
        plan.port(),
        clock,
        plan.errors());
  }

  private Archive archive() {
    return switch (plan.store()) {
      case Store.OnDisk disk -> new FileArchive(plan.data());
      case Store.InMemory memory -> Archive.NONE;
      case Store.MemoryPorts memory -> Archive.NONE;
    };
  }

  /** The functions' variables as the template gives them, with this machine's addresses. */
  private Map<String, String> environment() {
    Map<String, String> values = new HashMap<>(stack.template().environment());
    values.putAll(keys.byName());
    values.put("TELEGRAM_API_URL", stack.doors() + Places.TELEGRAM);
    values.put("TELEGRAM_BOT_NAME", BOT);
    values.put("TRADERMADE_URL", simulators.marketServer().uri() + "/api/v1");
    values.put("NEWS_URL", simulators.calendarServer().uri() + "/ff_calendar_thisweek.json");
    values.put("MT5_FARM_URL", simulators.farmServer().uri().toString());
    values.put("DEMO_ACCOUNTS", simulators.demoAccounts());
    values.put("SIMULATED", "simulated: " + plan.market().label() + ", simulated broker");
    values.put("HUD_URL", "");
    values.put(
        "SYMBOLS",
        plan.market().player().symbols().stream()
            .map(Symbol::code)
            .collect(Collectors.joining(",")));
    return values;
  }

  /** Hears every event before it goes to the bus. */
  public void onEvent(Consumer<Event> heard) {
    listener = heard;
  }

  public World world() {
    return world;
  }

  public InstantSource time() {
    return clock;
  }

  public ReplayClock replay() {
    return clock;
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
