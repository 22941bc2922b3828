package io.bitten.core.risk;

import io.bitten.core.account.Money;
import io.bitten.core.market.Lots;
import io.bitten.core.market.Price;
import java.math.BigDecimal;

/** Refusals for the stop, the target and the lots. */
public sealed interface LevelRefusal extends Refusal {
  record StopMissing() implements LevelRefusal {
    @Override
    public String sentence() {
      return "There is no trade without a stop loss.";
    }

    @Override
    public Remedy remedy() {
      return new Remedy.Act("Give a stop loss.");
    }
  }

  record StopAtEntry(Price stop) implements LevelRefusal {
    @Override
    public String sentence() {
      return "The stop loss " + stop + " is at the entry.";
    }

    @Override
    public Remedy remedy() {
      return new Remedy.Act("Move the stop away from the entry.");
    }
  }

  record StopWrongSide(Price stop, Price entry) implements LevelRefusal {
    @Override
    public String sentence() {
      return "The stop loss " + stop + " is on the wrong side of the entry " + entry + ".";
    }

    @Override
    public Remedy remedy() {
      return new Remedy.Act("Put the stop on the losing side.");
    }
  }

  record TargetMissing() implements LevelRefusal {
    @Override
    public String sentence() {
      return "There is no trade without a take profit.";
    }

    @Override
    public Remedy remedy() {
      return new Remedy.Act("Give a take profit.");
    }
  }

  record TargetWrongSide(Price target, Price entry) implements LevelRefusal {
    @Override
    public String sentence() {
      return "The take profit " + target + " is on the wrong side of the entry " + entry + ".";
    }

    @Override
    public Remedy remedy() {
      return new Remedy.Act("Put the target on the winning side.");
    }
  }

  record StopTooClose(Price stop, Price nearest) implements LevelRefusal {
    @Override
    public String sentence() {
      return "The stop loss " + stop + " is too close to the price.";
    }

    @Override
    public Remedy remedy() {
      return new Remedy.Act("A stop at " + nearest + " or farther would pass.");
    }
  }

  /**
   * Nothing to take a percentage of.
   *
   * @param capital balance or equity, whichever is less
   */
  record NoEquity(Money capital) implements LevelRefusal {
    @Override
    public String sentence() {
      return "The account has " + capital.shownDown() + " to trade with.";
    }
  }

  /**
   * @param percent the risk as a share of balance or equity, whichever is less
   */
  record BelowMinimumLots(Lots minimum, Money budget, Money minimumRisk, BigDecimal percent)
      implements LevelRefusal {
    @Override
    public String sentence() {
      return "The smallest trade, "
          + minimum
          + " lots, could lose "
          + minimumRisk.shownUp()
          + " ("
          + Texts.percent(percent)
          + " of balance or equity); "
          + budget.shownDown()
          + " is allowed.";
    }

    @Override
    public Remedy remedy() {
      return new Remedy.Act("Wait for a signal with a closer stop.");
    }
  }

  /**
   * @param passes the nearest lots on the step that the limits allow
   */
  record NotALotStep(Lots asked, Lots step, Lots passes) implements LevelRefusal {
    @Override
    public String sentence() {
      return asked + " lots is not a multiple of " + step + ".";
    }

    @Override
    public Remedy remedy() {
      return new Remedy.Trade(passes, asked);
    }
  }

  record BelowSmallestLots(Lots asked, Lots minimum) implements LevelRefusal {
    @Override
    public String sentence() {
      return "The smallest volume is " + minimum + " lots.";
    }

    @Override
    public Remedy remedy() {
      return new Remedy.Trade(minimum, asked);
    }
  }

  /**
   * @param passes the most that the limits allow
   */
  record AboveLargestLots(Lots asked, Lots maximum, Lots passes) implements LevelRefusal {
    @Override
    public String sentence() {
      return "The largest volume is " + maximum + " lots.";
    }

    @Override
    public Remedy remedy() {
      return new Remedy.Trade(passes, asked);
    }
  }
}
