package io.bitten.local.mt5;

import io.bitten.core.market.Direction;
import io.bitten.core.relay.Retcode;
import io.bitten.local.market.Mixed;
import io.bitten.local.market.Tick;
import io.bitten.local.mt5.Accounting.Move;
import io.bitten.local.mt5.Deal.Entry;
import io.bitten.local.mt5.Deal.Reason;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;

/** Puts executions into the book: whatever is asked of it has been checked before. */
final class Dealing {
  private final BrokerSpec broker;
  private final Accounting accounting;
  private final Book book;

  Dealing(Accounting accounting, Book book) {
    this.broker = accounting.broker();
    this.accounting = accounting;
    this.book = book;
  }

  /** An execution: so many lots at this price in points, then. */
  record Execution(BigDecimal lots, long price, Instant at) {}

  Receipt enter(Instrument instrument, OpenRequest request, Execution execution) {
    long order = book.nextTicket();
    long dealTicket = book.nextTicket();
    BigDecimal commission = commission(execution.lots());
    Holding position =
        new Holding(
            order,
            instrument.terminalName(),
            request.direction(),
            execution.lots(),
            execution.price(),
            instrument.points(request.stopLoss()).orElse(0),
            instrument.points(request.takeProfit()).orElse(0),
            commission,
            request.magic(),
            request.comment(),
            execution.at(),
            execution.at());
    Deal deal =
        new Deal(
            dealTicket,
            order,
            order,
            instrument.terminalName(),
            request.direction(),
            Entry.IN,
            execution.lots(),
            instrument.price(execution.price()),
            zero(),
            zero(),
            commission,
            request.magic(),
            request.comment(),
            execution.at(),
            Reason.EXPERT);
    book.record(new BookEntry(position, List.of(deal)));
    return receipt(deal);
  }

  /** Closes so many lots of the position; swap and entry costs follow the lots. */
  Receipt exit(Instrument instrument, Holding position, Execution execution, Closing closing) {
    long dealTicket = book.nextTicket();
    BigDecimal left = position.lots().subtract(execution.lots());
    Instant at = execution.at();
    Move move =
        new Move(position.direction(), execution.lots(), position.openPrice(), execution.price());
    Holding part = position.withLots(execution.lots(), zero(), at);
    Deal deal =
        new Deal(
            dealTicket,
            book.nextTicket(),
            position.ticket(),
            position.symbol(),
            position.direction().opposite(),
            Entry.OUT,
            execution.lots(),
            instrument.price(execution.price()),
            accounting.profit(instrument, move, at),
            accounting.swap(instrument, part, at),
            commission(execution.lots()),
            closing.magic(),
            closing.comment(),
            at,
            closing.reason());
    Holding after = position.withLots(left, commission(left), at);
    book.record(new BookEntry(after, List.of(deal)));
    return receipt(deal);
  }

  Receipt restop(Instrument instrument, Holding position, ModifyRequest request, Instant at) {
    Holding after =
        position.withStops(
            instrument.points(request.stopLoss()).orElse(0),
            instrument.points(request.takeProfit()).orElse(0),
            at);
    book.record(new BookEntry(after, List.of()));
    BigDecimal price = instrument.price(position.openPrice());
    return new Receipt(Retcode.DONE_CODE, 0, 0, position.ticket(), position.lots(), price);
  }

  /** How many points the next market order slips against the trader. */
  int slippage() {
    return Mixed.below(broker.worstSlippage() + 1, Mixed.of(broker.login(), book.lastTicket()));
  }

  /** Who closes and what the deal shall carry. */
  record Closing(Reason reason, long magic, String comment) {}

  /** What a market order of this direction gets now, so many points worse. */
  static long price(Direction direction, Tick tick, int slip) {
    return switch (direction) {
      case BUY -> tick.ask() + slip;
      case SELL -> tick.bid() - slip;
    };
  }

  private BigDecimal commission(BigDecimal lots) {
    return Accounting.cents(broker.commission().multiply(lots).negate());
  }

  private static BigDecimal zero() {
    return BigDecimal.ZERO.setScale(2);
  }

  private static Receipt receipt(Deal deal) {
    return new Receipt(
        Retcode.DONE_CODE, deal.ticket(), deal.order(), deal.position(), deal.lots(), deal.price());
  }
}
