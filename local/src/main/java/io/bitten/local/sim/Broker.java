package io.bitten.local.sim;

import io.bitten.core.account.AccountId;
import io.bitten.core.account.AccountSnapshot;
import io.bitten.core.account.Magic;
import io.bitten.core.account.Money;
import io.bitten.core.account.Position;
import io.bitten.core.account.Ticket;
import io.bitten.core.market.Currency;
import io.bitten.core.market.Direction;
import io.bitten.core.market.Level;
import io.bitten.core.market.Lots;
import io.bitten.core.market.Price;
import io.bitten.core.market.Symbol;
import io.bitten.core.order.ExitReason;
import io.bitten.core.relay.Deal;
import io.bitten.core.relay.Entry;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * One account at the broker: its positions and deals are what really happened, whoever knows of it.
 * Every route to the account ends here.
 */
final class Broker {
  static final Currency USD = new Currency("USD");
  private static final BigDecimal COMMISSION = new BigDecimal("-0.70");
  private static final Money NOTHING = Money.zero(USD);
  private static final Money DEPOSIT = Money.of("10000.00", "USD");

  private final AccountId account;
  private final Timeline time;
  private final Prices prices;
  private final Map<Ticket, Position> positions = new LinkedHashMap<>();
  private final Map<Ticket, String> comments = new LinkedHashMap<>();
  private final List<Deal> deals = new ArrayList<>();
  private final Map<Ticket, Position> opened = new HashMap<>();
  private final Map<Ticket, List<Lots>> sizes = new HashMap<>();
  private final Map<Ticket, Set<Price>> stops = new HashMap<>();
  private long tickets;

  Broker(AccountId account, Timeline time, Prices prices) {
    this.account = account;
    this.time = time;
    this.prices = prices;
    this.tickets = account.hashCode() & 0xFFFF;
  }

  AccountId account() {
    return account;
  }

  /** A position that somebody else opened, with or without a stop. */
  Ticket foreign(long magic, Level stop) {
    Position position =
        position(new Magic(magic), Prices.SYMBOLS.get(2), Direction.SELL, Lots.of("0.03"));
    positions.put(position.ticket(), Positions.with(position, stop, Level.absent()));
    return position.ticket();
  }

  /** What becomes of an entry's stop and target. */
  enum Levels {
    TAKEN,
    DROPPED
  }

  /** Fills an entry, with its stop and target or without. */
  Position fill(Entry entry, Lots lots, Levels levels) {
    Position bare = position(entry.magic(), entry.symbol(), entry.direction(), lots);
    Ticket ticket = bare.ticket();
    opened.put(ticket, bare);
    positions.put(ticket, bare);
    comments.put(ticket, entry.id().value());
    deals.add(deal(bare, bare.openPrice(), COMMISSION, ExitReason.OUTSIDE));
    if (levels == Levels.TAKEN) {
      change(ticket, Level.at(entry.stopLoss()), Level.at(entry.takeProfit()));
    }
    return positions.get(ticket);
  }

  /** Ends a position; empty when there is none. */
  Optional<Deal> end(Ticket ticket, Price price, ExitReason reason) {
    Position gone = positions.remove(ticket);
    if (gone == null) {
      return Optional.empty();
    }
    Deal exit = deal(gone, price, Prices.worth(gone, price), reason);
    deals.add(exit);
    return Optional.of(exit);
  }

  /** Ends a part of a position that is there; what is left of it stays as it was. */
  void endPart(Ticket ticket, Lots part, Price price) {
    Position whole = positions.get(ticket);
    positions.put(ticket, Positions.of(whole, part));
    end(ticket, price, ExitReason.OUTSIDE);
    Position left = Positions.of(whole, Positions.without(whole, part));
    positions.put(ticket, left);
    sizes.computeIfAbsent(ticket, one -> new ArrayList<>()).add(left.lots());
  }

  void change(Ticket ticket, Level stop, Level target) {
    positions.computeIfPresent(ticket, (same, position) -> Positions.with(position, stop, target));
    if (stop instanceof Level.At(var price)) {
      stops.computeIfAbsent(ticket, one -> new HashSet<>()).add(price);
    }
  }

  /** Ends what has reached its stop or its target; returns the deals. */
  List<Deal> tick(Predicate<Ticket> mayEnd) {
    List<Deal> ended = new ArrayList<>();
    for (Position position : List.copyOf(positions.values())) {
      Price now = prices.exit(position.symbol(), position.direction());
      if (!mayEnd.test(position.ticket())) {
        continue;
      }
      if (Positions.stopped(position, now)) {
        end(position.ticket(), now, ExitReason.STOP_LOSS).ifPresent(ended::add);
      } else if (Positions.won(position, now)) {
        end(position.ticket(), now, ExitReason.TAKE_PROFIT).ifPresent(ended::add);
      }
    }
    return ended;
  }

  /** A position of ours as it was when it was opened, whatever became of it. */
  Optional<Position> opened(Ticket ticket) {
    return Optional.ofNullable(opened.get(ticket));
  }

  /** Whether the position is so large, or was. */
  boolean had(Ticket ticket, Lots lots) {
    return opened(ticket).filter(one -> one.lots().compareTo(lots) == 0).isPresent()
        || sizes.getOrDefault(ticket, List.of()).stream().anyMatch(one -> one.compareTo(lots) == 0);
  }

  /** Whether the position has this stop, or had it. */
  boolean had(Ticket ticket, Price stop) {
    return stops.getOrDefault(ticket, Set.of()).contains(stop);
  }

  Optional<Position> position(Ticket ticket) {
    return Optional.ofNullable(positions.get(ticket));
  }

  Optional<Position> position(Magic magic) {
    return positions.values().stream().filter(one -> one.magic().equals(magic)).findFirst();
  }

  List<Position> positions() {
    return List.copyOf(positions.values());
  }

  List<Position> ours() {
    return positions.values().stream().filter(one -> one.magic().isOurs()).toList();
  }

  List<Deal> deals() {
    return deals;
  }

  /** Ends since then, each with the money of its whole position, as an EA tells a closed trade. */
  List<Deal> ended(Instant since) {
    return deals.stream()
        .filter(deal -> deal.side() == Deal.Side.EXIT && deal.at().isAfter(since))
        .filter(deal -> !positions.containsKey(deal.position()))
        .filter(deal -> WholeTrades.last(deal, deals))
        .map(deal -> WholeTrades.of(deal, deals))
        .toList();
  }

  Optional<Deal> entry(Magic magic) {
    return deals.stream()
        .filter(deal -> deal.side() == Deal.Side.ENTRY && deal.magic().equals(magic))
        .findFirst();
  }

  /** The account with these positions, valued now. */
  AccountSnapshot snapshot(Instant at, List<Position> shown) {
    Money balance = deals.stream().map(Deal::net).reduce(DEPOSIT, Money::plus);
    List<Position> open = new ArrayList<>(shown.size());
    Money equity = balance;
    for (Position position : shown) {
      Position valued =
          Positions.valued(position, prices.exit(position.symbol(), position.direction()));
      equity = equity.plus(valued.profit());
      open.add(valued);
    }
    return new AccountSnapshot(
        account, at, balance, equity, NOTHING, equity, open, prices.quotes(), prices.specs());
  }

  Map<Ticket, String> comments() {
    return comments;
  }

  private Position position(Magic magic, Symbol symbol, Direction direction, Lots lots) {
    return new Position(
        new Ticket(++tickets + 1_000_000),
        symbol,
        direction,
        lots,
        prices.entry(symbol, direction),
        Level.absent(),
        Level.absent(),
        NOTHING,
        NOTHING,
        NOTHING,
        magic,
        time.instant());
  }

  private Deal deal(Position position, Price price, BigDecimal net, ExitReason reason) {
    boolean entry = positions.containsKey(position.ticket());
    return new Deal(
        position.ticket(),
        entry ? Deal.Side.ENTRY : Deal.Side.EXIT,
        position.symbol(),
        position.lots(),
        price,
        new Money(net, USD),
        position.magic(),
        comments.getOrDefault(position.ticket(), ""),
        reason,
        time.instant());
  }
}
