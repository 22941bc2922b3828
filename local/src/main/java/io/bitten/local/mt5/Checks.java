package io.bitten.local.mt5;

import io.bitten.core.market.Direction;
import io.bitten.core.relay.Retcode;
import io.bitten.local.market.MarketPlayer;
import io.bitten.local.market.Tick;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/**
 * What a trade server looks at before it trades; an empty answer means nothing speaks against it.
 */
final class Checks {
  private final MarketPlayer market;
  private final Accounting accounting;

  Checks(MarketPlayer market, Accounting accounting) {
    this.market = market;
    this.accounting = accounting;
  }

  Optional<Retcode> open(Instrument instrument, OpenRequest request, Instant now) {
    return mode(instrument, request.direction())
        .or(() -> when(!instrument.volumes().allow(request.lots()), Retcode.INVALID_VOLUME))
        .or(() -> filling(instrument, request.fillings()))
        .or(() -> tradable(instrument, now))
        .or(() -> when(!accounting.convertible(instrument, now), Retcode.TRADE_DISABLED))
        .or(() -> stops(instrument, stopsOf(request), now));
  }

  Optional<Retcode> room(int positions) {
    return when(positions >= accounting.broker().mostPositions(), Retcode.LIMIT_POSITIONS);
  }

  Optional<Retcode> close(
      Instrument instrument, Holding position, CloseRequest request, Instant now) {
    BigDecimal lots = request.lots();
    BigDecimal left = position.lots().subtract(lots);
    boolean whole = lots.signum() == 0 || left.signum() == 0;
    boolean onStep =
        lots.signum() >= 0 && lots.remainder(instrument.volumes().step()).signum() == 0;
    return when(left.signum() < 0, Retcode.INVALID_CLOSE_VOLUME)
        .or(() -> when(!onStep, Retcode.INVALID_VOLUME))
        .or(
            () ->
                when(
                    !whole && lots.compareTo(instrument.volumes().min()) < 0,
                    Retcode.INVALID_VOLUME))
        .or(() -> tradable(instrument, now));
  }

  Optional<Retcode> modify(
      Instrument instrument, Holding position, ModifyRequest request, Instant now) {
    Stops wanted = new Stops(position.direction(), request.stopLoss(), request.takeProfit());
    boolean same =
        instrument.price(position.stopLoss()).compareTo(request.stopLoss()) == 0
            && instrument.price(position.takeProfit()).compareTo(request.takeProfit()) == 0;
    return when(same, Retcode.NO_CHANGES)
        .or(() -> tradable(instrument, now))
        .or(() -> stops(instrument, wanted, now));
  }

  Optional<Retcode> money(Instrument instrument, BigDecimal lots, Money money) {
    BigDecimal margin = accounting.margin(instrument, lots, money.now());
    return when(margin.compareTo(money.free()) > 0, Retcode.NO_MONEY);
  }

  /** Free margin at a moment. */
  record Money(BigDecimal free, Instant now) {}

  /** Whether there are prices to trade on. */
  Optional<Retcode> tradable(Instrument instrument, Instant now) {
    if (market.tick(instrument.symbol(), now).isEmpty()) {
      return Optional.of(Retcode.PRICE_OFF);
    }
    return when(!market.isOpen(instrument.symbol(), now), Retcode.MARKET_CLOSED);
  }

  /** A position's direction with the stops it shall have; 0 for none. */
  record Stops(Direction direction, BigDecimal stopLoss, BigDecimal takeProfit) {}

  /**
   * The right side and far enough: a buy's stops are measured from the bid, a sell's from the ask
   * (MQL5 book, SYMBOL_TRADE_STOPS_LEVEL).
   */
  Optional<Retcode> stops(Instrument instrument, Stops stops, Instant now) {
    OptionalLong stopLoss = instrument.points(stops.stopLoss());
    OptionalLong takeProfit = instrument.points(stops.takeProfit());
    if (stopLoss.isEmpty() || takeProfit.isEmpty()) {
      return Optional.of(Retcode.INVALID_STOPS);
    }
    Tick tick = market.tick(instrument.symbol(), now).orElseThrow();
    long loss = stopLoss.getAsLong();
    long profit = takeProfit.getAsLong();
    long level = Math.max(1, instrument.stopsLevel());
    boolean right =
        switch (stops.direction()) {
          case BUY ->
              (loss == 0 || tick.bid() - loss >= level)
                  && (profit == 0 || profit - tick.bid() >= level);
          case SELL ->
              (loss == 0 || loss - tick.ask() >= level)
                  && (profit == 0 || tick.ask() - profit >= level);
        };
    return when(!right, Retcode.INVALID_STOPS);
  }

  private static Stops stopsOf(OpenRequest request) {
    return new Stops(request.direction(), request.stopLoss(), request.takeProfit());
  }

  private static Optional<Retcode> mode(Instrument instrument, Direction direction) {
    return switch (instrument.tradeMode()) {
      case DISABLED -> Optional.of(Retcode.TRADE_DISABLED);
      case CLOSEONLY -> Optional.of(Retcode.CLOSE_ONLY);
      case LONGONLY -> when(direction == Direction.SELL, Retcode.LONG_ONLY);
      case SHORTONLY -> when(direction == Direction.BUY, Retcode.SHORT_ONLY);
      case FULL -> Optional.empty();
    };
  }

  private static Optional<Retcode> filling(Instrument instrument, Set<Instrument.Filling> wanted) {
    boolean none = !wanted.isEmpty() && wanted.stream().noneMatch(instrument.fillings()::contains);
    return when(none, Retcode.INVALID_FILL);
  }

  private static Optional<Retcode> when(boolean wrong, Retcode retcode) {
    return wrong ? Optional.of(retcode) : Optional.empty();
  }
}
