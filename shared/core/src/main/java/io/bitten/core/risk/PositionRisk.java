package io.bitten.core.risk;

import io.bitten.core.account.AccountSnapshot;
import io.bitten.core.account.Money;
import io.bitten.core.account.Position;
import io.bitten.core.market.Direction;
import io.bitten.core.market.Level;
import io.bitten.core.market.Lots;
import io.bitten.core.market.Price;
import io.bitten.core.market.Symbol;
import io.bitten.core.market.SymbolSpec;
import io.bitten.core.order.Fill;
import io.bitten.core.order.OrphanFact;
import io.bitten.core.order.Terms;
import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * What a position may lose that no running order of ours stands for: an orphan, or a foreign one.
 */
public final class PositionRisk {
  private PositionRisk() {}

  /**
   * The order's risk for what was executed of it, and where: of a part less, beyond the price band
   * that the risk was counted from more. To the cent, rounded up.
   */
  public static Money of(Terms terms, Fill fill) {
    BigDecimal agreed = terms.lots().value().multiply(farthest(terms));
    BigDecimal done = fill.lots().value().multiply(farthest(terms).max(distance(terms, fill)));
    if (done.compareTo(agreed) == 0) {
      return terms.risk();
    }
    return new Money(
        terms.risk().amount().multiply(done).divide(agreed, 2, RoundingMode.CEILING),
        terms.risk().currency());
  }

  /** From the worst entry that the band allows to the stop; a point is the shown price's last. */
  private static BigDecimal farthest(Terms terms) {
    BigDecimal band =
        BigDecimal.valueOf(terms.deviationPoints(), terms.shownPrice().value().scale());
    return terms.shownPrice().distanceTo(terms.stopLoss()).add(band);
  }

  private static BigDecimal distance(Terms terms, Fill fill) {
    BigDecimal above = fill.price().value().subtract(terms.stopLoss().value());
    return switch (terms.direction()) {
      case BUY -> above;
      case SELL -> above.negate();
    };
  }

  /** To its stop by the terminal's figures; without a stop or figures, a whole trade's limit. */
  public static Money of(OrphanFact.Found found, AccountSnapshot seen, RiskLimits limits) {
    BigDecimal capital = seen.balance().amount().min(seen.equity().amount());
    Stake stake =
        new Stake(
            found.symbol(),
            found.direction(),
            found.fill().lots(),
            found.fill().price(),
            found.fill().stopLoss());
    return new Money(
        loss(stake, seen, Standing.percentOf(capital, limits.riskPercent())),
        seen.balance().currency());
  }

  /** What of a position decides its loss. */
  record Stake(Symbol symbol, Direction direction, Lots lots, Price open, Level stop) {
    static Stake of(Position position) {
      return new Stake(
          position.symbol(),
          position.direction(),
          position.lots(),
          position.openPrice(),
          position.stopLoss());
    }
  }

  /**
   * The loss at the stop.
   *
   * @param otherwise when there is no stop, or the terminal told no figures of the symbol
   */
  static BigDecimal loss(Stake stake, AccountSnapshot seen, BigDecimal otherwise) {
    SymbolSpec spec = seen.specs().get(stake.symbol());
    if (spec == null || !(stake.stop() instanceof Level.At(var stop))) {
      return otherwise;
    }
    boolean losing =
        switch (stake.direction()) {
          case BUY -> stop.below(stake.open());
          case SELL -> stop.above(stake.open());
        };
    BigDecimal distance = stake.open().distanceTo(stop);
    return losing
        ? new Sizing(distance, LossRate.of(spec), BigDecimal.ZERO).loss(stake.lots())
        : BigDecimal.ZERO;
  }
}
