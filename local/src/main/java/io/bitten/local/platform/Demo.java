package io.bitten.local.platform;

import io.bitten.core.Event;
import io.bitten.core.account.UserId;
import io.bitten.core.order.Order;
import io.bitten.core.order.OrderId;
import io.bitten.core.order.OrderState;
import io.bitten.core.signal.LedgerVerifier;
import io.bitten.core.signal.Signal;
import io.bitten.core.signal.SignalId;
import io.bitten.core.signal.Verification;
import io.bitten.local.mt5.Arrivals.Arrival;
import io.bitten.local.mt5.PositionView;
import io.bitten.local.mt5.Terminal;
import io.bitten.local.telegram.Person;
import io.bitten.local.telegram.SimMessage;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** Walks the main job as a person would: by what the chat shows and by tapping its buttons. */
public final class Demo {
  /** How long the market plays in all; a recording without a signal for the trader ends then. */
  private static final Duration SEARCH = Duration.ofMinutes(3);

  private static final int SIGNALS_TRIED = 40;

  /** The walk holds real time, but for the wait until a signal comes. */
  private static final String WALK = "demo";

  private final Platform platform;
  private final Consumer<String> progress;
  private final Onlooker onlooker;
  private final List<Hop> hops = new CopyOnWriteArrayList<>();
  private final Map<SignalId, Signal> signals = new ConcurrentHashMap<>();
  private final Map<SignalId, Hop> scored = new ConcurrentHashMap<>();

  public Demo(Platform platform, Consumer<String> progress) {
    this.platform = platform;
    this.progress = progress;
    this.onlooker = new Onlooker(platform.telegram());
    platform.onEvent(this::heard);
  }

  /**
   * @throws MissedHop naming the first station that was not reached in time
   */
  public Walk walk() {
    platform.engagement().hold(WALK);
    progress.accept("a new trader says /start, accepts the terms and links a demo account");
    Newcomer newcomer = Newcomer.join(platform, onlooker);
    Person person = newcomer.person();
    progress.accept("the market plays until a signal reaches the chat");
    UserId user = newcomer.user();
    Lookout lookout = new Lookout(platform, person, signals.keySet(), SEARCH);
    for (int i = 0; i < SIGNALS_TRIED; i++) {
      SimMessage card = lookout.next(WALK);
      newcomer.awaitLook();
      Optional<SimMessage> confirm = fire(person, card);
      if (confirm.isPresent()) {
        return trade(person, user, card, confirm.get());
      }
    }
    throw new MissedHop("confirm_shown", "every one of " + SIGNALS_TRIED + " signals was refused");
  }

  /** The card once it asks to confirm; empty when a risk rule refused. */
  private Optional<SimMessage> fire(Person person, SimMessage card) {
    Hop delivered = hop("signal_delivered", "message " + card.id());
    String label = Onlooker.button(card, Onlooker.FIRE).orElseThrow();
    Hop tapped = hop("fire_tapped", "message " + card.id());
    platform.telegram().tapLabel(person.id(), card.id(), label);
    SimMessage changed = onlooker.changed(person, card);
    if (Onlooker.button(changed, "Confirm").isEmpty()) {
      progress.accept("refused: " + changed.text().lines().findFirst().orElse(""));
      return Optional.empty();
    }
    hops.add(delivered);
    hops.add(tapped);
    mark("confirm_shown", "message " + card.id());
    return Optional.of(changed);
  }

  private Walk trade(Person person, UserId user, SimMessage card, SimMessage confirm) {
    mark("confirm_tapped", "message " + card.id());
    platform.telegram().tapLabel(person.id(), card.id(), "Confirm");
    Order protectedOrder =
        onlooker.await("fill_protected", () -> order(user, OrderState.Protected.class));
    Arrival arrival =
        onlooker.await(
            "farm_received",
            () ->
                platform.simulators().farm().arrivals().all().stream()
                    .filter(it -> it.magic() == protectedOrder.magic().value())
                    .findFirst());
    hops.add(at("order_placed", protectedOrder.id().value(), protectedOrder.createdAt()));
    hops.add(at("farm_received", "magic " + arrival.magic(), arrival.nanoTime()));
    PositionView position = position(protectedOrder);
    mark("stop_seen_at_broker", "ticket " + position.ticket());
    SimMessage filled = onlooker.showing(person, "Filled and protected");
    mark("fill_shown", "message " + filled.id());
    progress.accept("filled and protected; now it is closed");
    mark("close_tapped", "message " + filled.id());
    platform.telegram().tapLabel(person.id(), filled.id(), "Close");
    Order closed = onlooker.await("position_closed", () -> order(user, OrderState.Closed.class));
    SimMessage shown = onlooker.showing(person, "Closed");
    mark("close_shown", "message " + shown.id());
    awaitFact("fill_protected");
    awaitFact("position_closed");
    return result(closed, position);
  }

  private Walk result(Order closed, PositionView position) {
    Signal signal = signals.get(new SignalId(closed.correlation().value()));
    if (signal == null) {
      throw new MissedHop("signal_scored", "no signal has the id " + closed.correlation());
    }
    hops.add(scored.get(signal.id()));
    List<Hop> ordered = hops.stream().sorted(Comparator.comparingLong(Hop::nanoTime)).toList();
    return new Walk(signal, ordered, closed, position, ledgerOk(), duplicates());
  }

  private boolean ledgerOk() {
    return LedgerVerifier.verify(platform.world().ledger(), List.of())
        instanceof Verification.Intact;
  }

  private int duplicates() {
    return platform.simulators().mt5().entryDealsByMagic().values().stream()
        .mapToInt(deals -> deals - 1)
        .sum();
  }

  private PositionView position(Order order) {
    return onlooker.await(
        "stop_seen_at_broker",
        () -> {
          List<PositionView> open = new ArrayList<>();
          for (Terminal terminal : platform.simulators().mt5().terminals()) {
            open.addAll(terminal.positions());
          }
          return open.stream()
              .filter(it -> it.magic() == order.magic().value() && it.stopLoss().signum() > 0)
              .findFirst();
        });
  }

  private Optional<Order> order(UserId user, Class<? extends OrderState> state) {
    return platform.world().orders().of(user, "", 1).items().stream()
        .filter(it -> state.isInstance(it.state()))
        .findFirst();
  }

  private void heard(Event event) {
    switch (event) {
      case Event.SignalGenerated made -> {
        signals.put(made.signal().id(), made.signal());
        scored.putIfAbsent(made.signal().id(), hop("signal_scored", made.signal().id().value()));
      }
      case Event.TradeExecuted executed -> once("fill_protected", executed.order());
      case Event.TradeClosed closed -> once("position_closed", closed.order());
      case Event.OrderPlaced e -> {}
      case Event.OrderChanged e -> {}
      case Event.NewsAlert e -> {}
      case Event.FireRefused e -> {}
      case Event.OrphanChanged e -> {}
      case Event.EmergencyStop e -> {}
      case Event.HaltReached e -> {}
      case Event.UserUpgraded e -> {}
      case Event.CloseLapsed e -> {}
    }
  }

  /** A fact's word may come over the bus after its effect is seen in the tables and the chat. */
  private void awaitFact(String name) {
    onlooker.await(name, () -> hops.stream().filter(it -> it.name().equals(name)).findFirst());
  }

  /** The bus may bring a fact twice; the first time counts. */
  private synchronized void once(String name, OrderId order) {
    if (hops.stream().noneMatch(it -> it.name().equals(name))) {
      mark(name, order.value());
    }
  }

  private void mark(String name, String id) {
    hops.add(hop(name, id));
  }

  /** While an order is on its way the platform's clock runs as the real one does. */
  private Hop at(String name, String id, long nanoTime) {
    Hop now = hop(name, id);
    return new Hop(name, id, now.at().minusNanos(now.nanoTime() - nanoTime), nanoTime);
  }

  private Hop at(String name, String id, Instant at) {
    Hop now = hop(name, id);
    long ago = Duration.between(at, now.at()).toNanos();
    return new Hop(name, id, at, now.nanoTime() - ago);
  }

  private Hop hop(String name, String id) {
    return new Hop(name, id, platform.time().instant(), System.nanoTime());
  }
}
