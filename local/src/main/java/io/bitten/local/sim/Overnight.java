package io.bitten.local.sim;

import io.bitten.core.CorrelationId;
import io.bitten.core.Rulebook;
import io.bitten.core.Versioned;
import io.bitten.core.account.Magic;
import io.bitten.core.account.Money;
import io.bitten.core.account.Position;
import io.bitten.core.account.Tier;
import io.bitten.core.market.Direction;
import io.bitten.core.market.Lots;
import io.bitten.core.market.Price;
import io.bitten.core.market.Symbol;
import io.bitten.core.order.Attempt;
import io.bitten.core.order.Fill;
import io.bitten.core.order.HaltEpochs;
import io.bitten.core.order.Move;
import io.bitten.core.order.Order;
import io.bitten.core.order.OrderFact;
import io.bitten.core.order.OrderId;
import io.bitten.core.order.OrderRules;
import io.bitten.core.order.OrderState;
import io.bitten.core.order.Origin;
import io.bitten.core.order.Owner;
import io.bitten.core.order.RouteName;
import io.bitten.core.order.Terms;
import io.bitten.core.relay.Entry;
import io.bitten.core.risk.BookRules;
import io.bitten.core.risk.RiskBook;
import io.bitten.core.risk.RiskDay;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * What somebody holds who comes in the middle of a night: positions of hours ago that everybody
 * knows of, and a book in which the day's fires are used up.
 */
final class Overnight {
  private static final Duration AGO = Duration.ofHours(3);
  private static final int DEVIATION = 20;

  private final Scene scene;
  private final Prices prices;
  private final Rulebook rules;
  private final Faults faults;

  Overnight(Scene scene, Prices prices, Rulebook rules) {
    this.scene = scene;
    this.prices = prices;
    this.rules = rules;
    this.faults = scene.stage().faults();
  }

  /** Whose it is. */
  record Holder(Traders.Person person, Tier tier, Broker broker) {}

  void of(Holder holder) {
    scene
        .memory()
        .accounts()
        .keep(holder.broker().snapshot(scene.stage().time().instant(), List.of()));
    int most = Math.min(3, rules.of(holder.tier()).openPositions());
    int positions = 1 + faults.below(most);
    for (int i = 0; i < positions; i++) {
      hold(holder, Prices.SYMBOLS.get(i));
    }
    RiskBook book = book(holder).value();
    RiskDay day = book.day();
    scene
        .memory()
        .riskBooks()
        .save(
            book(holder)
                .with(
                    new RiskBook(
                        book.user(),
                        book.reservations(),
                        new RiskDay(
                            day.date(),
                            day.opening(),
                            day.realised(),
                            rules.of(holder.tier()).firesADay(),
                            day.bySession()),
                        book.tilt(),
                        book.peak(),
                        book.recent(),
                        book.settled())));
  }

  private void hold(Holder holder, Symbol symbol) {
    Order order = draft(holder, symbol);
    Versioned<RiskBook> book = book(holder);
    Versioned<RiskBook> reserved = book.with(BookRules.reserve(book.value(), order));
    scene.memory().orders().place(order, reserved);
    scene.edges().placed(order, reserved.value());
    Attempt attempt =
        new Attempt(
            1, RouteName.FARM, new Owner("relay-a", "before", 0), order.createdAt().plusSeconds(8));
    moved(order, new OrderFact.Claimed(attempt, order.createdAt()));
    scene.stage().checks().filled(entry(order, attempt));
    Position position =
        holder.broker().fill(entry(order, attempt), order.terms().lots(), Broker.Levels.TAKEN);
    Fill fill =
        new Fill(
            position.ticket(),
            position.openPrice(),
            position.lots(),
            position.stopLoss(),
            position.openedAt());
    moved(order, new OrderFact.Accepted(attempt, fill));
    moved(order, new OrderFact.StopSeen(fill, order.createdAt()));
    scene.told().before(order.id(), stored(order).version());
  }

  private void moved(Order order, OrderFact fact) {
    Versioned<Order> before = stored(order);
    OrderState next = ((Move.To) OrderRules.decide(before.value(), fact)).next();
    scene.memory().orders().save(before.with(before.value().with(next)));
  }

  private Versioned<Order> stored(Order order) {
    return scene.memory().orders().find(order.id()).orElseThrow();
  }

  private Versioned<RiskBook> book(Holder holder) {
    Money balance = holder.broker().snapshot(scene.stage().time().instant(), List.of()).balance();
    return scene
        .memory()
        .riskBooks()
        .find(holder.person().user())
        .orElseGet(
            () ->
                Versioned.fresh(
                    BookRules.open(holder.person().user(), balance, balance, placedAt())));
  }

  private Instant placedAt() {
    return scene.stage().time().instant().minus(AGO);
  }

  private Order draft(Holder holder, Symbol symbol) {
    Magic magic = scene.memory().orders().nextMagic();
    OrderId id = OrderId.derivedFrom("overnight", String.valueOf(magic.value()));
    return new Order(
        id,
        "TRD_20260303_%03d".formatted(magic.sequence()),
        magic,
        holder.person().user(),
        holder.person().account(),
        new Origin.OfTrader(),
        terms(symbol),
        new OrderState.New(),
        new HaltEpochs(0, 0, 0),
        placedAt(),
        placedAt().plusSeconds(8),
        new CorrelationId("overnight-" + id));
  }

  /** Near enough to its stop to reach it while the story lasts. */
  private Terms terms(Symbol symbol) {
    Direction direction = faults.percent(50) ? Direction.BUY : Direction.SELL;
    Price entry = prices.entry(symbol, direction);
    long points = faults.between(20, 80);
    Lots lots = new Lots(BigDecimal.valueOf(faults.between(2, 20), 2));
    BigDecimal risk =
        lots.value()
            .multiply(BigDecimal.valueOf(points))
            .multiply(prices.specs().get(symbol).tickValue());
    return new Terms(
        symbol,
        direction,
        lots,
        entry,
        Prices.beyond(symbol, direction, entry, -points),
        Prices.beyond(symbol, direction, entry, faults.between(20, 80)),
        new Money(risk, Broker.USD),
        DEVIATION);
  }

  private static Entry entry(Order order, Attempt attempt) {
    Terms terms = order.terms();
    return new Entry(
        order.id(),
        attempt.number(),
        order.magic(),
        terms.symbol(),
        terms.direction(),
        terms.lots(),
        terms.stopLoss(),
        terms.takeProfit(),
        terms.deviationPoints(),
        attempt.deadline(),
        0,
        0);
  }
}
