package io.bitten.bench;

import io.bitten.core.Event;
import io.bitten.core.fire.CloseDesk;
import io.bitten.core.fire.FireRequest;
import io.bitten.core.fire.Offer;
import io.bitten.core.halt.Halt;
import io.bitten.core.halt.HaltDesk;
import io.bitten.core.halt.HaltScope;
import io.bitten.core.market.Symbol;
import io.bitten.core.order.ExitReason;
import io.bitten.core.order.Order;
import io.bitten.core.order.OrderState;
import io.bitten.local.mt5.Arrivals.Arrival;
import io.bitten.local.platform.Platform;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Presses the emergency stop of a trader whose confirmations are under way, and sees what still
 * passes. The press is the update at the door; the confirmations begin around it, so that some are
 * decided before, some while and some after.
 */
final class HaltLaps implements AutoCloseable {
  static final int TAPS_A_PAIR = 2;
  private static final int EARLIEST_MS = -40;
  private static final int LATEST_MS = 120;
  private static final Duration BETWEEN_HALTS = Duration.ofSeconds(15);
  private static final long SEED = 20_240_102;

  private final Platform platform;
  private final BenchTrader trader;
  private final List<Taps> pairs;
  private final ScheduledExecutorService fingers = Executors.newScheduledThreadPool(2);
  private final Random random = new Random(SEED);
  private final Map<String, Long> placed = new ConcurrentHashMap<>();
  private final Map<Long, Long> stored = new ConcurrentHashMap<>();
  private final Map<Long, Long> seen = new ConcurrentHashMap<>();
  private final AtomicInteger refused = new AtomicInteger();

  HaltLaps(Platform platform, List<Symbol> symbols) {
    this.platform = platform;
    trader = BenchTrader.join(platform);
    pairs = symbols.stream().map(symbol -> new Taps(platform, trader, symbol)).toList();
    platform.onEvent(this::heard);
  }

  /**
   * One press.
   *
   * @param storedMs until the halt was stored and told
   * @param placedMs until the last order that the fire desk let pass, 0 when none passed after
   * @param arrivedMs until the last entry at the farm, 0 when none came after
   * @param seenMs until the relay's receipt was booked
   * @param passed confirmations that became an order
   */
  record Lap(double storedMs, double placedMs, double arrivedMs, double seenMs, int passed) {}

  Lap lap() {
    platform.replay().advance(BETWEEN_HALTS);
    List<Offer> offers = offers();
    placed.clear();
    refused.set(0);
    long press = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(-EARLIEST_MS + 10);
    for (Offer offer : offers) {
      int offset = EARLIEST_MS + random.nextInt(LATEST_MS - EARLIEST_MS);
      at(press + TimeUnit.MILLISECONDS.toNanos(offset), () -> confirm(offer));
    }
    at(press, () -> trader.say("/emergency_stop measured"));
    Halt.Active halt = trader.await(this::active);
    long relay = trader.await(() -> Optional.ofNullable(seen.get(halt.epoch())));
    trader.await(() -> settled(offers));
    Lap lap =
        new Lap(
            ms(press, stored.get(halt.epoch())),
            placed.values().stream().mapToDouble(at -> ms(press, at)).max().orElse(0),
            arrived(press),
            ms(press, relay),
            placed.size());
    lift();
    return lap;
  }

  private void lift() {
    orders()
        .forEach(
            order ->
                CloseDesk.fill(order)
                    .ifPresent(
                        fill ->
                            new CloseDesk(platform.world())
                                .close(
                                    order.user(),
                                    fill.ticket(),
                                    ExitReason.TRADER,
                                    "bench-" + order.id())));
    trader.await(
        () ->
            orders().stream().allMatch(order -> order.state().terminal())
                ? Optional.of(placed)
                : Optional.empty());
    Halt lifted = new HaltDesk(platform.world()).lift(scope(), trader.user().value(), "measured");
    trader.await(() -> Optional.ofNullable(seen.get(lifted.epoch())));
  }

  private void heard(Event event) {
    long now = System.nanoTime();
    if (event instanceof Event.OrderPlaced order) {
      placed.putIfAbsent(order.order().value(), now);
    } else if (event instanceof Event.FireRefused) {
      refused.incrementAndGet();
    } else if (event instanceof Event.EmergencyStop stop) {
      stored.putIfAbsent(stop.halt().epoch(), now);
    } else if (event instanceof Event.HaltReached reached && reached.hop().startsWith("relay ")) {
      seen.putIfAbsent(reached.epoch(), now);
    }
  }

  private List<Offer> offers() {
    trader.openBook();
    List<Offer> offers = new ArrayList<>();
    for (Taps pair : pairs) {
      for (int i = 0; i < TAPS_A_PAIR; i++) {
        offers.add(trader.await(pair::offer));
      }
    }
    return offers;
  }

  private void confirm(Offer offer) {
    platform
        .world()
        .queues()
        .fire(new FireRequest(offer.id(), offer.user(), "bench-" + offer.id(), offer.messageId()));
  }

  private void at(long nanos, Runnable act) {
    fingers.schedule(act, nanos - System.nanoTime(), TimeUnit.NANOSECONDS);
  }

  private double arrived(long press) {
    List<Long> magics = orders().stream().map(order -> order.magic().value()).toList();
    return platform.simulators().farm().arrivals().all().stream()
        .filter(arrival -> magics.contains(arrival.magic()))
        .mapToLong(Arrival::nanoTime)
        .mapToDouble(nanos -> ms(press, nanos))
        .max()
        .orElse(0);
  }

  /** Every order of this press has ended or stands protected at the broker. */
  private Optional<Boolean> settled(List<Offer> offers) {
    boolean quiet =
        orders().stream()
            .allMatch(
                order -> order.state().terminal() || order.state() instanceof OrderState.Protected);
    return quiet && refused.get() + placed.size() >= offers.size()
        ? Optional.of(true)
        : Optional.empty();
  }

  /** The orders of this press. */
  private List<Order> orders() {
    return platform.world().orders().of(trader.user(), "", 10).items().stream()
        .filter(order -> placed.containsKey(order.id().value()))
        .toList();
  }

  private Optional<Halt.Active> active() {
    return platform.world().halts().read(scope()) instanceof Halt.Active active
            && stored.containsKey(active.epoch())
        ? Optional.of(active)
        : Optional.empty();
  }

  private HaltScope scope() {
    return new HaltScope.OneUser(trader.user());
  }

  private static double ms(long from, long to) {
    return Math.max(0, (to - from) / 1e6);
  }

  @Override
  public void close() {
    fingers.shutdownNow();
  }
}
