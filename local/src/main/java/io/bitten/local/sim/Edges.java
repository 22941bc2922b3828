package io.bitten.local.sim;

import io.bitten.core.Rulebook;
import io.bitten.core.Versioned;
import io.bitten.core.account.Money;
import io.bitten.core.account.Trader;
import io.bitten.core.fire.CloseDesk;
import io.bitten.core.market.Level;
import io.bitten.core.memory.MemoryOrders;
import io.bitten.core.memory.MemoryOrphans;
import io.bitten.core.memory.MemoryTraders;
import io.bitten.core.order.Fill;
import io.bitten.core.order.Order;
import io.bitten.core.order.OrderState;
import io.bitten.core.order.Orphan;
import io.bitten.core.risk.RiskBook;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/** What is asserted whenever an order's stored state changes. */
final class Edges {
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  /** The edges of docs/life-of-an-order.md, written down once more and not taken from the code. */
  private static final Map<String, Set<String>> LEGAL =
      Map.of(
          "NEW", Set.of("SUBMITTING", "EXPIRED", "KILLED", "DEAD"),
          "SUBMITTING", Set.of("FILLED", "REJECTED", "UNKNOWN", "NEW", "KILLED"),
          "UNKNOWN", Set.of("FILLED", "NEW", "EXPIRED"),
          "FILLED", Set.of("PROTECTED", "UNPROTECTED"),
          "UNPROTECTED", Set.of("PROTECTED", "CLOSING"),
          "PROTECTED", Set.of("PROTECTED", "UNPROTECTED", "CLOSING", "CLOSED"),
          "CLOSING", Set.of("CLOSED", "PROTECTED"));

  private final Checks checks;
  private final Story story;
  private final MemoryOrders orders;
  private final MemoryTraders traders;
  private final MemoryOrphans orphans;
  private final Rulebook rules;
  private final Map<String, Integer> reached = new TreeMap<>();
  private BigDecimal highestEquity = BigDecimal.ZERO;

  Edges(Checks checks, Story story, Tables tables, Rulebook rules) {
    this.checks = checks;
    this.story = story;
    this.orders = tables.orders();
    this.traders = tables.traders();
    this.orphans = tables.orphans();
    this.rules = rules;
  }

  /** How often each state was entered. */
  Map<String, Integer> reached() {
    return reached;
  }

  /** An account's equity as it was seen: a winning day may risk more. */
  void equity(Money equity) {
    highestEquity = highestEquity.max(equity.amount());
  }

  void placed(Order order, RiskBook book) {
    checks.placed(order);
    reached.merge("NEW", 1, Integer::sum);
    story.tell("cloud", "places " + order.id() + " " + order.terms().symbol());
    Trader trader = traders.find(order.user()).orElseThrow().value();
    List<Order> open =
        orders.open(order.account(), 1_000).stream()
            .map(Versioned::value)
            .filter(one -> one.user().equals(order.user()))
            .toList();
    int limit = Math.min(rules.of(trader.tier()).openPositions(), rules.limits().openPositions());
    List<Orphan> late = orphans(order);
    long all = open.size() + late.size();
    long same =
        open.stream().filter(one -> one.terms().symbol().equals(order.terms().symbol())).count()
            + late.stream().filter(one -> one.symbol().equals(order.terms().symbol())).count();
    Checks.hold(
        all <= limit && same <= rules.limits().openPerSymbol(),
        Invariant.I9_LIMITS_HOLD,
        all + " are open, " + same + " of them in " + order.terms().symbol());
    BigDecimal risk =
        Stream.concat(
                open.stream().map(Edges::atRisk), late.stream().map(one -> one.risk().amount()))
            .reduce(BigDecimal.ZERO, BigDecimal::add);
    BigDecimal opening = book.day().opening().amount();
    BigDecimal cap = opening.multiply(rules.of(trader.tier()).dailyLossPercent()).divide(HUNDRED);
    BigDecimal won = highestEquity.subtract(opening).max(BigDecimal.ZERO);
    Checks.hold(
        risk.compareTo(cap.add(won)) <= 0,
        Invariant.I10_RISK_HOLDS,
        risk + " is at risk, and the day's cap is " + cap);
  }

  /** A part that was not filled can lose nothing. */
  private static BigDecimal atRisk(Order order) {
    BigDecimal whole = order.terms().risk().amount();
    return CloseDesk.fill(order)
        .map(
            fill ->
                whole
                    .multiply(fill.lots().value())
                    .divide(order.terms().lots().value(), 2, RoundingMode.CEILING))
        .orElse(whole);
  }

  void moved(Versioned<Order> before, Versioned<Order> after, Caller by) {
    Order order = after.value();
    String from = before.value().state().label();
    String to = order.state().label();
    reached.merge(to, 1, Integer::sum);
    story.tell(by.name(), order.id() + " " + from + " -> " + to + " (" + after.version() + ")");
    Checks.hold(
        after.version() == before.version() + 1 && LEGAL.getOrDefault(from, Set.of()).contains(to),
        Invariant.I16_LEGAL_EDGES,
        order.id() + " went from " + from + " to " + to);
    Broker broker = checks.brokers().get(order.account());
    boolean dealt = checks.dealt(order);
    switch (order.state()) {
      case OrderState.Expired s -> unexecuted(before, order, by, dealt);
      case OrderState.Rejected s -> agree(!dealt, order);
      case OrderState.Killed s -> agree(!dealt, order);
      case OrderState.Dead s -> agree(!dealt, order);
      case OrderState.New s -> unexecuted(before, order, by, dealt);
      case OrderState.Filled s -> agree(held(order, s.fill(), broker), order);
      case OrderState.Closed s -> checks.exits().closed(order, s, broker);
      case OrderState.Submitting s -> {}
      case OrderState.Unknown s -> checks.messages().mayGo(order.id());
      case OrderState.Unprotected s -> agree(held(order, s.fill(), broker), order);
      case OrderState.Protected s -> agree(guarded(order, s.fill(), broker), order);
      case OrderState.Closing s -> {
        agree(held(order, s.fill(), broker), order);
        checks.exits().closing(s.fill().ticket(), s.reason());
      }
    }
  }

  /** Whether the broker once opened this very position of the order's, and it was so large. */
  private static boolean held(Order order, Fill fill, Broker broker) {
    return broker
        .opened(fill.ticket())
        .filter(one -> one.magic().equals(order.magic()))
        .filter(one -> one.openPrice().equals(fill.price()))
        .filter(one -> broker.had(fill.ticket(), fill.lots()))
        .isPresent();
  }

  /** And whether it had this stop. */
  private static boolean guarded(Order order, Fill fill, Broker broker) {
    return held(order, fill, broker)
        && fill.stopLoss() instanceof Level.At(var stop)
        && broker.had(fill.ticket(), stop);
  }

  private static void agree(boolean agrees, Order order) {
    Checks.hold(
        agrees,
        Invariant.I2_STATE_AGREES,
        order.id() + " is " + order.state().label() + ", and the broker says otherwise");
  }

  /** UNKNOWN ends without a deal only after two complete looks past the attempt's end. */
  private void unexecuted(Versioned<Order> before, Order order, Caller by, boolean dealt) {
    agree(!dealt, order);
    if (before.value().state() instanceof OrderState.Unknown unknown) {
      Checks.hold(
          checks.at(by.earlierOfTwoLooks(order.account())).isAfter(unknown.attempt().deadline()),
          Invariant.I18_FAILURE_TEACHES_NOTHING,
          order.id() + " is " + order.state().label() + " without two complete answers");
    }
  }

  /** An orphan was stored. */
  void orphan(Versioned<Orphan> orphan) {
    String state = "ORPHAN_" + orphan.value().state().label();
    reached.merge(state, 1, Integer::sum);
    story.tell(
        "cloud",
        "orphan %s is %s (%d)".formatted(orphan.value().fill().ticket(), state, orphan.version()));
    checks.late().stored(orphan);
  }

  /** What counts as open and is no order's. */
  private List<Orphan> orphans(Order placed) {
    Broker broker = checks.brokers().get(placed.account());
    return orphans.of(placed.account(), 1_000).stream()
        .map(Versioned::value)
        .filter(one -> one.state().open() && broker.position(one.fill().ticket()).isPresent())
        .toList();
  }
}
