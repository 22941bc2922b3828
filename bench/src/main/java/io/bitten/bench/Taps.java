package io.bitten.bench;

import io.bitten.core.Event;
import io.bitten.core.chat.Shown;
import io.bitten.core.chat.Subject;
import io.bitten.core.chat.Tap;
import io.bitten.core.chat.TapTokens;
import io.bitten.core.fire.CloseDesk;
import io.bitten.core.fire.FireDesk;
import io.bitten.core.fire.Offer;
import io.bitten.core.fire.OfferDesk;
import io.bitten.core.fire.Preview;
import io.bitten.core.market.Direction;
import io.bitten.core.market.Level;
import io.bitten.core.market.Lots;
import io.bitten.core.market.Price;
import io.bitten.core.market.Quote;
import io.bitten.core.market.Symbol;
import io.bitten.core.order.ExitReason;
import io.bitten.core.order.Order;
import io.bitten.core.order.OrderState;
import io.bitten.core.order.Origin;
import io.bitten.core.risk.Ask;
import io.bitten.core.risk.Grade;
import io.bitten.core.risk.Idea;
import io.bitten.local.platform.Platform;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;

/**
 * Confirms one small trade after another in a running platform and times each way to the farm. The
 * trader's book is opened anew before each tap: the way is measured, not the limits.
 */
final class Taps {
  /** The door hears one person thirty times a minute, by the platform's clock. */
  private static final Duration BETWEEN_TAPS = Duration.ofMillis(2_200);

  private static final BigDecimal STOP = new BigDecimal("0.00300");

  private final Platform platform;
  private final BenchTrader trader;
  private final Symbol symbol;
  private final OfferDesk offers;
  private final CloseDesk closes;
  private volatile long placedNanos;
  private volatile String refusal = "";
  private volatile boolean executed;

  Taps(Platform platform, BenchTrader trader, Symbol symbol) {
    this.platform = platform;
    this.trader = trader;
    this.symbol = symbol;
    this.offers = new OfferDesk(platform.world(), platform.settings().rules());
    this.closes = new CloseDesk(platform.world());
    platform.onEvent(this::heard);
  }

  private void heard(Event event) {
    if (event instanceof Event.OrderPlaced) {
      placedNanos = System.nanoTime();
    } else if (event instanceof Event.TradeExecuted) {
      executed = true;
    } else if (event instanceof Event.FireRefused refused) {
      refusal = refused.code();
    } else if (event instanceof Event.OrderChanged changed && changed.state().equals("EXPIRED")) {
      refusal = changed.state();
    }
  }

  /**
   * One tap from the finger to the first byte at the farm, and then out of the trade again; empty
   * when a risk rule refused or its time was up, as on a loaded machine whose price is too old.
   *
   * @param rest before the tap: what the trade before still has to tell is not measured
   */
  Optional<TapLap> lap(Duration rest) {
    platform.replay().advance(BETWEEN_TAPS);
    Offer offer = trader.await(this::offerOnAFreshBook);
    String data =
        new TapTokens(platform.settings().chat().tapSecret())
            .write(new Tap.Confirm(offer.id(), offer.expiresAt()), trader.user());
    LockSupport.parkNanos(rest.toNanos());
    refusal = "";
    executed = false;
    long tapped = System.nanoTime();
    trader.press(data);
    // Nothing is read from the store while the time runs: that would be measured too.
    trader.await(() -> executed || !refusal.isEmpty() ? Optional.of(offer) : Optional.empty());
    if (!refusal.isEmpty()) {
      return Optional.empty();
    }
    Order filled = trader.await(() -> order(offer, OrderState.Protected.class));
    long arrived =
        platform.simulators().farm().arrivals().all().stream()
            .filter(it -> it.magic() == filled.magic().value())
            .findFirst()
            .orElseThrow()
            .nanoTime();
    TapLap lap = new TapLap(tapped, placedNanos, arrived);
    CloseDesk.fill(filled)
        .ifPresent(
            fill ->
                closes.close(
                    trader.user(),
                    fill.ticket(),
                    ExitReason.TRADER,
                    "bench-" + offer.id().value()));
    trader.await(() -> order(offer, OrderState.Closed.class));
    return Optional.of(lap);
  }

  /** The trade before may still be settling, and then its write to the book wins. */
  private Optional<Offer> offerOnAFreshBook() {
    trader.openBook();
    return offer();
  }

  Optional<Offer> offer() {
    return switch (offers.onIdea(trader.user(), idea())) {
      case Preview.Ready ready -> Optional.of(shown(ready.offer()));
      case Preview.Refused refused -> {
        trader.refused(refused.refusal().code());
        yield Optional.empty();
      }
    };
  }

  /** As the chat desk does when it shows the confirmation in the signal's message. */
  private Offer shown(Offer offer) {
    Subject order = new Subject.OfOrder(FireDesk.orderId(offer.id()));
    platform
        .world()
        .shownCards()
        .keep(new Shown(trader.chat(), order, trader.message(), -1, offer.shownAt()));
    return offer;
  }

  private Idea idea() {
    Quote quote = trader.await(trader::snapshot).quotes().get(symbol);
    Price ask = quote.ask();
    return new Idea(
        new Origin.OfTrader(),
        symbol,
        Direction.BUY,
        Level.at(ask.plus(STOP.negate())),
        Level.at(ask.plus(STOP)),
        new Ask.Exactly(Lots.of("0.01")),
        new Grade.Unscored());
  }

  private Optional<Order> order(Offer offer, Class<? extends OrderState> state) {
    return platform.world().orders().of(trader.user(), "", 1).items().stream()
        .filter(it -> it.correlation().equals(offer.correlation()))
        .filter(it -> state.isInstance(it.state()))
        .findFirst();
  }
}
