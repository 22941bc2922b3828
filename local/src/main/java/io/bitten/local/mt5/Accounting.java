package io.bitten.local.mt5;

import io.bitten.core.market.Currency;
import io.bitten.core.market.Direction;
import io.bitten.core.market.Symbol;
import io.bitten.local.market.MarketPlayer;
import io.bitten.local.market.Tick;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Optional;

/** What positions are worth in the account's currency: profit, margin, swap, tick value. */
final class Accounting {
  private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");
  private static final LocalTime ROLLOVER = LocalTime.of(17, 0);
  private static final Currency THROUGH = new Currency("USD");

  private final MarketPlayer market;
  private final BrokerSpec broker;

  BrokerSpec broker() {
    return broker;
  }

  Accounting(MarketPlayer market, BrokerSpec broker) {
    this.market = market;
    this.broker = broker;
  }

  /** Profit of a move from one price to the other, in points, rounded to cents. */
  BigDecimal profit(Instrument instrument, Move move, Instant now) {
    long points =
        switch (move.direction()) {
          case BUY -> move.to() - move.from();
          case SELL -> move.from() - move.to();
        };
    return cents(
        pointValue(instrument, now).multiply(BigDecimal.valueOf(points)).multiply(move.lots()));
  }

  /** A position of so many lots from one price to another. */
  record Move(Direction direction, BigDecimal lots, long from, long to) {}

  /** What one point of one lot is worth. */
  BigDecimal pointValue(Instrument instrument, Instant now) {
    return instrument
        .contractSize()
        .multiply(instrument.point())
        .multiply(rate(instrument.symbol().quote(), now));
  }

  /** Forex margin: lots x contract / leverage, in the base currency, converted. */
  BigDecimal margin(Instrument instrument, BigDecimal lots, Instant now) {
    return cents(
        lots.multiply(instrument.contractSize())
            .multiply(rate(instrument.symbol().base(), now))
            .divide(BigDecimal.valueOf(broker.leverage()), MathContext.DECIMAL64));
  }

  /** What the nights since the opening cost, Wednesday's counting three. */
  BigDecimal swap(Instrument instrument, Holding holding, Instant now) {
    long nights = nights(holding.openedAt(), now);
    if (nights == 0) {
      return BigDecimal.ZERO.setScale(2);
    }
    BigDecimal points =
        switch (holding.direction()) {
          case BUY -> instrument.swaps().buy();
          case SELL -> instrument.swaps().sell();
        };
    return cents(
        points
            .multiply(pointValue(instrument, now))
            .multiply(holding.lots())
            .multiply(BigDecimal.valueOf(nights)));
  }

  /** Whether the account's currency can be reached from the pair's, so that it can be traded. */
  boolean convertible(Instrument instrument, Instant now) {
    return found(instrument.symbol().quote(), now).isPresent()
        && found(instrument.symbol().base(), now).isPresent();
  }

  static long nights(Instant from, Instant until) {
    long nights = 0;
    ZonedDateTime rollover = from.atZone(NEW_YORK).with(ROLLOVER);
    if (!rollover.toInstant().isAfter(from)) {
      rollover = rollover.plusDays(1);
    }
    for (; !rollover.toInstant().isAfter(until); rollover = rollover.plusDays(1)) {
      DayOfWeek day = rollover.getDayOfWeek();
      nights +=
          switch (day) {
            case WEDNESDAY -> 3;
            case MONDAY, TUESDAY, THURSDAY, FRIDAY -> 1;
            case SATURDAY, SUNDAY -> 0;
          };
    }
    return nights;
  }

  private BigDecimal rate(Currency from, Instant now) {
    return found(from, now)
        .orElseThrow(
            () ->
                new IllegalStateException(
                    "no rate from %s to %s".formatted(from, broker.currency())));
  }

  private Optional<BigDecimal> found(Currency from, Instant now) {
    return direct(from, broker.currency(), now)
        .or(
            () ->
                direct(from, THROUGH, now)
                    .flatMap(
                        first ->
                            direct(THROUGH, broker.currency(), now)
                                .map(second -> first.multiply(second, MathContext.DECIMAL64))));
  }

  private Optional<BigDecimal> direct(Currency from, Currency to, Instant now) {
    if (from.equals(to)) {
      return Optional.of(BigDecimal.ONE);
    }
    return middle(new Symbol(from.code() + to.code()), now)
        .or(
            () ->
                middle(new Symbol(to.code() + from.code()), now)
                    .map(rate -> BigDecimal.ONE.divide(rate, MathContext.DECIMAL64)));
  }

  private Optional<BigDecimal> middle(Symbol symbol, Instant now) {
    Optional<Tick> tick = market.tick(symbol, now);
    return tick.flatMap(
        found ->
            market
                .recording(symbol)
                .map(
                    recording ->
                        BigDecimal.valueOf(found.bid() + found.ask(), recording.digits())
                            .divide(BigDecimal.TWO)));
  }

  static BigDecimal cents(BigDecimal amount) {
    return amount.setScale(2, RoundingMode.HALF_UP);
  }
}
