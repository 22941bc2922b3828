package io.bitten.relay;

import io.bitten.core.Versioned;
import io.bitten.core.account.AccountId;
import io.bitten.core.account.Money;
import io.bitten.core.account.Position;
import io.bitten.core.account.Ticket;
import io.bitten.core.market.Level;
import io.bitten.core.market.Symbol;
import io.bitten.core.market.SymbolSpec;
import io.bitten.core.order.Exit;
import io.bitten.core.order.ExitReason;
import io.bitten.core.order.Fill;
import io.bitten.core.order.Order;
import io.bitten.core.order.OrderId;
import io.bitten.core.order.Orders;
import io.bitten.core.relay.Deal;
import io.bitten.core.relay.Look;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the broker's own lists say about an order. */
final class Evidence {
  /** An order's id as a comment holds it, perhaps among other words. */
  private static final Pattern ID = Pattern.compile("(?<![A-Z2-7])[A-Z2-7]{16}(?![A-Z2-7])");

  private Evidence() {}

  /** The position with the order's magic, or with its id in the comment where magics are lost. */
  static Optional<Position> position(Order order, Look.Complete look) {
    return look.snapshot().positions().stream()
        .filter(position -> of(order, position, look))
        .findFirst();
  }

  /** Whether the position is the order's: by its magic, or by its id in the comment. */
  static boolean of(Order order, Position position, Look.Complete look) {
    return position.magic().equals(order.magic())
        || names(order, look.comments().getOrDefault(position.ticket(), ""));
  }

  /** Whether the position is marked as ours: by its magic, or where magics are lost by an id. */
  static boolean marked(Position position, Look.Complete look) {
    return position.magic().isOurs() || named(position, look).isPresent();
  }

  /** The account's order that a marked position came from; a foreign one asks the store nothing. */
  static Optional<Order> origin(
      Position position, Look.Complete look, AccountId account, Orders orders) {
    Optional<Versioned<Order>> found =
        position.magic().isOurs() ? orders.find(position.magic()) : Optional.empty();
    return found
        .or(() -> named(position, look).flatMap(orders::find))
        .map(Versioned::value)
        .filter(order -> order.account().equals(account));
  }

  private static Optional<OrderId> named(Position position, Look.Complete look) {
    Matcher id = ID.matcher(look.comments().getOrDefault(position.ticket(), ""));
    return id.find() ? Optional.of(new OrderId(id.group())) : Optional.empty();
  }

  static Optional<Position> position(Ticket ticket, Look.Complete look) {
    return look.snapshot().positions().stream()
        .filter(position -> position.ticket().equals(ticket))
        .findFirst();
  }

  /** The position as a fill: the broker's own numbers. */
  static Fill fill(Position position) {
    return new Fill(
        position.ticket(),
        position.openPrice(),
        position.lots(),
        position.stopLoss(),
        position.openedAt());
  }

  /** The order's entry deal. */
  static Optional<Fill> entry(Order order, List<Deal> deals) {
    return deals.stream()
        .filter(deal -> deal.side() == Deal.Side.ENTRY)
        .filter(deal -> deal.magic().equals(order.magic()) || names(order, deal.comment()))
        .findFirst()
        .map(
            deal ->
                new Fill(deal.position(), deal.price(), deal.lots(), Level.absent(), deal.at()));
  }

  /**
   * How a position that is gone ended: the last exit's price and time, all its deals' money. Where
   * its entry is listed, exits of fewer lots than went in are the end of a part and prove nothing.
   * A broker that takes the entry back leaves no exit: then that is how it ended.
   */
  static Optional<Exit.Booked> exit(Ticket position, List<Deal> deals) {
    List<Deal> own = deals.stream().filter(deal -> deal.position().equals(position)).toList();
    boolean entered = own.stream().anyMatch(deal -> deal.side() == Deal.Side.ENTRY);
    boolean whole = lots(own, Deal.Side.EXIT).compareTo(lots(own, Deal.Side.ENTRY)) >= 0;
    return last(own, Deal.Side.EXIT)
        .filter(last -> whole)
        .map(last -> booked(own, last, last.reason()))
        .or(
            () ->
                entered
                    ? Optional.empty()
                    : last(own, Deal.Side.ANNULLED)
                        .map(last -> booked(own, last, ExitReason.ANNULLED)));
  }

  private static BigDecimal lots(List<Deal> own, Deal.Side side) {
    return own.stream()
        .filter(deal -> deal.side() == side)
        .map(deal -> deal.lots().value())
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  private static Optional<Deal> last(List<Deal> own, Deal.Side side) {
    return own.stream().filter(deal -> deal.side() == side).max(Comparator.comparing(Deal::at));
  }

  private static Exit.Booked booked(List<Deal> own, Deal last, ExitReason reason) {
    Money net = own.stream().map(Deal::net).reduce(Money::plus).orElse(last.net());
    return new Exit.Booked(last.price(), net, reason, last.at());
  }

  /** Whether the position carries the agreed stop, to within one tick. */
  static boolean stopped(Order order, Position position, Map<Symbol, SymbolSpec> specs) {
    BigDecimal tick =
        Optional.ofNullable(specs.get(order.terms().symbol()))
            .map(SymbolSpec::tickSize)
            .orElse(BigDecimal.ZERO);
    return switch (position.stopLoss()) {
      case Level.Absent absent -> false;
      case Level.At at -> at.price().distanceTo(order.terms().stopLoss()).compareTo(tick) <= 0;
    };
  }

  /** Whether the position's stop is the agreed one, or nearer to the price than it. */
  static boolean guarded(Order order, Position position, Map<Symbol, SymbolSpec> specs) {
    if (stopped(order, position, specs)) {
      return true;
    }
    return position.stopLoss() instanceof Level.At(var stop)
        && switch (order.terms().direction()) {
          case BUY -> stop.above(order.terms().stopLoss());
          case SELL -> stop.below(order.terms().stopLoss());
        };
  }

  private static boolean names(Order order, String comment) {
    return comment.contains(order.id().value());
  }
}
