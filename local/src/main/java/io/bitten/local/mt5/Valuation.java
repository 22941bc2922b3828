package io.bitten.local.mt5;

import io.bitten.core.market.Direction;
import io.bitten.local.market.MarketPlayer;
import io.bitten.local.market.Tick;
import io.bitten.local.mt5.Accounting.Move;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the open positions and the account are worth at a moment. */
final class Valuation {
  private static final BigDecimal STOP_OUT_LEVEL = new BigDecimal("0.5");

  private final MarketPlayer market;
  private final Accounting accounting;
  private final BrokerSpec broker;
  private final Map<String, Instrument> instruments;
  private final Book book;

  Valuation(
      Accounting accounting, MarketPlayer market, Book book, Map<String, Instrument> instruments) {
    this.market = market;
    this.accounting = accounting;
    this.broker = accounting.broker();
    this.instruments = instruments;
    this.book = book;
  }

  List<PositionView> positions(Instant now) {
    return book.open().stream().map(position -> view(position, now)).toList();
  }

  AccountState account(Instant now) {
    BigDecimal equity = book.balance();
    BigDecimal margin = BigDecimal.ZERO.setScale(2);
    for (Holding position : book.open()) {
      Instrument instrument = instruments.get(position.symbol());
      equity = equity.add(profit(position, now)).add(accounting.swap(instrument, position, now));
      margin = margin.add(accounting.margin(instrument, position.lots(), now));
    }
    return new AccountState(
        broker.login(),
        broker.currency(),
        book.balance(),
        equity,
        margin,
        equity.subtract(margin),
        broker.leverage());
  }

  /** The worst position of an account whose equity fell below half its margin. */
  Optional<Holding> toStopOut(Instant now) {
    AccountState account = account(now);
    if (account.equity().compareTo(account.margin().multiply(STOP_OUT_LEVEL)) >= 0) {
      return Optional.empty();
    }
    return book.open().stream().min(Comparator.comparing(position -> profit(position, now)));
  }

  private BigDecimal profit(Holding position, Instant now) {
    Instrument instrument = instruments.get(position.symbol());
    Tick tick = market.tick(instrument.symbol(), now).orElseThrow();
    Direction out = position.direction().opposite();
    return accounting.profit(
        instrument,
        new Move(
            position.direction(),
            position.lots(),
            position.openPrice(),
            Dealing.price(out, tick, 0)),
        now);
  }

  private PositionView view(Holding position, Instant now) {
    Instrument instrument = instruments.get(position.symbol());
    return new PositionView(
        position.ticket(),
        position.symbol(),
        position.direction(),
        position.lots(),
        instrument.price(position.openPrice()),
        instrument.price(position.stopLoss()),
        instrument.price(position.takeProfit()),
        profit(position, now),
        accounting.swap(instrument, position, now),
        position.commission(),
        position.magic(),
        position.comment(),
        position.openedAt());
  }
}
