package io.bitten.local.sim;

import io.bitten.core.Rulebook;
import io.bitten.core.World;
import io.bitten.core.account.AccountId;
import io.bitten.core.account.UserId;
import io.bitten.core.fire.CloseDesk;
import io.bitten.core.fire.FireRequest;
import io.bitten.core.fire.Offer;
import io.bitten.core.fire.OfferDesk;
import io.bitten.core.fire.Preview;
import io.bitten.core.halt.HaltDesk;
import io.bitten.core.halt.HaltScope;
import io.bitten.core.market.Direction;
import io.bitten.core.market.Level;
import io.bitten.core.market.Lots;
import io.bitten.core.market.Price;
import io.bitten.core.market.Symbol;
import io.bitten.core.order.ExitReason;
import io.bitten.core.order.Order;
import io.bitten.core.order.Origin;
import io.bitten.core.risk.Ask;
import io.bitten.core.risk.Grade;
import io.bitten.core.risk.Idea;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.function.LongUnaryOperator;

/** People with phones: they tap, tap twice, tap too late, close, panic, halt and lift. */
final class Traders {
  private static final long SMALL = 2;
  private static final int CARD_MS = 30_000;
  private static final int ON_ITS_WAY_MS = 3_000;

  /** A person and the account. */
  record Person(UserId user, AccountId account) {}

  private final Stage stage;
  private final Timeline time;
  private final Faults faults;
  private final World world;
  private final Prices prices;
  private final OfferDesk offers;
  private final CloseDesk closes;
  private final HaltDesk halts;

  /** Whether everybody here risks close to what one trade may. */
  private final boolean bold;

  private int taps;

  Traders(Stage stage, World world, Rulebook rules, Prices prices) {
    this.stage = stage;
    this.time = stage.time();
    this.faults = stage.faults();
    this.world = world;
    this.prices = prices;
    this.offers = new OfferDesk(world, rules);
    this.closes = new CloseDesk(world);
    this.halts = new HaltDesk(world);
    this.bold = SimRules.wide(rules);
  }

  /** So many acts, some time in the given span. */
  void begin(List<Person> people, int acts, long spanMs) {
    for (int i = 0; i < acts; i++) {
      Person person = people.get(faults.below(people.size()));
      time.task(faults.between(1_500, spanMs), () -> attempt(() -> act(person)));
    }
  }

  /** Somebody reads that an order is being checked with the broker. */
  void inDoubt(Person person) {
    if (faults.mostly(Fault.IMPATIENT)) {
      time.task(faults.between(20, 200), () -> attempt(() -> fireAtOnce(person)));
    }
  }

  /** Somebody has waited in vain for a restarted relay. */
  void fireAgain(Person person) {
    time.task(0, () -> attempt(() -> fireAtOnce(person)));
  }

  private void fireAtOnce(Person person) {
    offer(person).ifPresent(offer -> tap(person, offer, faults.between(100, 400)));
  }

  private void fire(Person person) {
    offer(person).ifPresent(offer -> confirm(person, offer));
  }

  private void act(Person person) {
    if (faults.hit(Fault.HALT)) {
      halt(person);
    } else if (faults.hit(Fault.PANIC)) {
      String asked = "panic-" + ++taps;
      halts.stopAndClose(
          new HaltScope.OneUser(person.user()), person.user().value(), "panic", asked);
    } else if (faults.often(Fault.CLOSE)) {
      close(person);
    } else {
      int ideas = faults.often(Fault.BURST) || bold && faults.percent(30) ? (bold ? 12 : 6) : 1;
      for (int i = 0; i < ideas; i++) {
        fire(person);
      }
    }
  }

  /** A halt that is lifted soon: the order under way has to notice it all the same. */
  private void blink(Person person) {
    HaltScope scope = scope(person);
    String by = person.user().value();
    halts.stop(scope, by, "simulated");
    time.task(faults.between(20, 10_000), () -> attempt(() -> halts.lift(scope, by, "over")));
  }

  private HaltScope scope(Person person) {
    return switch (faults.below(3)) {
      case 0 -> new HaltScope.Everything();
      case 1 -> new HaltScope.OneAccount(person.account());
      default -> new HaltScope.OneUser(person.user());
    };
  }

  private void halt(Person person) {
    HaltScope scope = scope(person);
    halts.stop(scope, person.user().value(), "simulated");
    if (faults.often(Fault.LIFT) || faults.percent(40)) {
      time.task(
          faults.between(500, 15_000),
          () -> attempt(() -> halts.lift(scope, person.user().value(), "over")));
    }
  }

  /** A card, if the limits allow one. */
  Optional<Offer> offer(Person person) {
    return switch (offers.onIdea(person.user(), idea(hundredths()))) {
      case Preview.Ready ready -> Optional.of(ready.offer());
      case Preview.Refused refused -> {
        stage.story().tell(person.user().value(), "is refused: " + refused.refusal().code());
        yield Optional.empty();
      }
    };
  }

  /** A card for as little as a position may be. */
  Preview small(Person person) {
    return offers.onIdea(person.user(), idea(points -> SMALL));
  }

  /** Nothing stops this person any more. */
  void liftAll(Person person) {
    for (HaltScope scope : HaltScope.over(person.account(), person.user())) {
      halts.lift(scope, person.user().value(), "over");
    }
  }

  private LongUnaryOperator hundredths() {
    return points -> bold ? faults.between(17_500, 19_700) / points : faults.between(2, 20);
  }

  private Idea idea(LongUnaryOperator hundredths) {
    Symbol symbol = Prices.SYMBOLS.get(faults.below(Prices.SYMBOLS.size()));
    Direction direction = faults.percent(50) ? Direction.BUY : Direction.SELL;
    Price entry = prices.entry(symbol, direction);
    long points = faults.between(60, 220);
    Level stop = Level.at(Prices.beyond(symbol, direction, entry, -points));
    Level target = Level.at(Prices.beyond(symbol, direction, entry, faults.between(60, 300)));
    Lots lots = new Lots(BigDecimal.valueOf(hundredths.applyAsLong(points), 2));
    return new Idea(
        new Origin.OfTrader(),
        symbol,
        direction,
        stop,
        target,
        new Ask.Exactly(lots),
        new Grade.Unscored());
  }

  private void confirm(Person person, Offer offer) {
    long thinks = faults.often(Fault.LATE_TAP) ? CARD_MS + 10 : faults.between(100, 1_500);
    tap(person, offer, thinks);
    if (faults.often(Fault.DOUBLE_TAP)) {
      tap(person, offer, thinks + faults.between(0, 400));
    }
    if (faults.often(Fault.HALT_MIDWAY)) {
      time.task(thinks + faults.between(0, ON_ITS_WAY_MS), () -> attempt(() -> blink(person)));
    }
  }

  void tap(Person person, Offer offer, long inMs) {
    FireRequest request =
        new FireRequest(offer.id(), person.user(), "tap-" + ++taps, offer.messageId());
    time.task(inMs, () -> attempt(() -> world.queues().fire(request)));
  }

  private void close(Person person) {
    List<Order> open = closes.open(person.user());
    if (!open.isEmpty()) {
      Order order = open.get(faults.below(open.size()));
      CloseDesk.fill(order)
          .ifPresent(
              fill ->
                  closes.close(person.user(), fill.ticket(), ExitReason.TRADER, "close-" + ++taps));
    }
  }

  void closeAll(Person person, String askedBy) {
    closes.closeAll(person.user(), ExitReason.PANIC, askedBy);
  }

  /** A person sees that it went wrong, and mostly tries again. */
  private void attempt(Runnable act) {
    try {
      act.run();
    } catch (Crash | StoreTrouble trouble) {
      stage.story().tell("trader", "sees an error");
      if (faults.percent(60)) {
        time.task(faults.between(500, 3_000), () -> attempt(act));
      }
    }
  }
}
