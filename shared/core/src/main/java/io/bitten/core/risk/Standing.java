package io.bitten.core.risk;

import io.bitten.core.account.Money;
import io.bitten.core.account.Position;
import io.bitten.core.market.Currency;
import io.bitten.core.market.Direction;
import io.bitten.core.market.Symbol;
import java.math.BigDecimal;
import java.util.List;

/**
 * Where a trader stands before the new trade: losses, risk and exposure, floating losses included.
 */
final class Standing {
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  private Standing() {}

  /**
   * Opening balance of the day minus what is left, or what the trades closed on this day lost,
   * whichever is more: a deposit gives back nothing of it. A floating loss is lost, a floating
   * profit is not earned: at its stop a trade loses it and its risk.
   */
  static DayLoss lostToday(RiskCase facts) {
    RiskDay day = facts.book().day();
    Money shown =
        new Money(day.opening().amount().subtract(capital(facts)), day.opening().currency());
    Money booked = new Money(day.realised().amount().negate(), day.realised().currency());
    return booked.amount().compareTo(shown.amount()) > 0
        ? new DayLoss.Booked(booked)
        : new DayLoss.Shown(shown);
  }

  static BigDecimal belowPeak(RiskCase facts) {
    return facts.book().peak().amount().subtract(capital(facts)).max(BigDecimal.ZERO);
  }

  /** Balance or equity, whichever is less: what percentages of risk are taken of. */
  static BigDecimal capital(RiskCase facts) {
    return facts.snapshot().balance().amount().min(facts.snapshot().equity().amount());
  }

  static BigDecimal percentOf(BigDecimal amount, BigDecimal percent) {
    return amount.multiply(percent).divide(HUNDRED);
  }

  /** What all open, in-flight and foreign positions may still lose at their stops. */
  static BigDecimal openRisk(RiskCase facts) {
    BigDecimal ours =
        facts.book().reservations().stream()
            .map(held -> held.risk().amount())
            .reduce(BigDecimal.ZERO, BigDecimal::add);
    return foreign(facts).stream()
        .map(position -> foreignRisk(facts, position))
        .reduce(ours, BigDecimal::add);
  }

  /** Positions in all: ours by their reservations, and those that are not ours. */
  static int positions(RiskCase facts) {
    return Places.taken(facts.book().reservations(), facts.snapshot().positions());
  }

  static long positionsIn(RiskCase facts, Symbol symbol) {
    return facts.book().reservations().stream().filter(r -> r.symbol().equals(symbol)).count()
        + foreign(facts).stream().filter(p -> p.symbol().equals(symbol)).count();
  }

  /** Money at risk on this currency: positive when it is bought, negative when it is sold. */
  static BigDecimal net(RiskCase facts, Currency currency) {
    BigDecimal net = BigDecimal.ZERO;
    for (Reservation held : facts.book().reservations()) {
      net = net.add(leg(held.symbol(), held.direction(), currency, held.risk().amount()));
    }
    for (Position position : foreign(facts)) {
      BigDecimal risk = foreignRisk(facts, position);
      net = net.add(leg(position.symbol(), position.direction(), currency, risk));
    }
    return net;
  }

  /** The part of a trade's risk that falls on a currency, signed. */
  static BigDecimal leg(Symbol symbol, Direction direction, Currency currency, BigDecimal risk) {
    BigDecimal base =
        switch (direction) {
          case BUY -> risk;
          case SELL -> risk.negate();
        };
    if (symbol.base().equals(currency)) {
      return base;
    }
    return symbol.quote().equals(currency) ? base.negate() : BigDecimal.ZERO;
  }

  private static List<Position> foreign(RiskCase facts) {
    return Places.foreign(facts.snapshot().positions());
  }

  /**
   * To its stop by the terminal's figures; without a stop or figures, the limit of a whole trade.
   */
  private static BigDecimal foreignRisk(RiskCase facts, Position position) {
    return PositionRisk.loss(
        PositionRisk.Stake.of(position),
        facts.snapshot(),
        percentOf(capital(facts), facts.limits().riskPercent()));
  }
}
