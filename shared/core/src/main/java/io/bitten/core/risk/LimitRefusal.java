package io.bitten.core.risk;

import io.bitten.core.account.Money;
import io.bitten.core.account.Tier;
import io.bitten.core.market.Currency;
import io.bitten.core.market.Lots;
import io.bitten.core.market.Symbol;
import java.time.Instant;

/** Refusals for a limit that is used up. */
public sealed interface LimitRefusal extends Refusal {
  record SessionFull(Session session, int limit, Instant next) implements LimitRefusal {
    @Override
    public String sentence() {
      return "The "
          + Texts.counted(limit, "trade")
          + " of the "
          + Texts.name(session)
          + (limit == 1 ? " session is used." : " session are used.");
    }

    @Override
    public Remedy remedy() {
      return new Remedy.Wait(next);
    }
  }

  record FiresUsed(int limit, Tier tier, Instant nextDay) implements LimitRefusal {
    @Override
    public String sentence() {
      return "The "
          + Texts.counted(limit, "fire")
          + " a day of "
          + tier.title()
          + (limit == 1 ? " is used." : " are used.");
    }

    @Override
    public Remedy remedy() {
      return new Remedy.Wait(nextDay);
    }
  }

  record TierPositionsFull(int limit, Tier tier) implements LimitRefusal {
    @Override
    public String sentence() {
      return tier.title() + " holds at most " + Texts.counted(limit, "position") + " at a time.";
    }

    @Override
    public Remedy remedy() {
      return new Remedy.Act("Close a position first.");
    }
  }

  record PositionsFull(int limit) implements LimitRefusal {
    @Override
    public String sentence() {
      return "At most " + Texts.counted(limit, "position") + " may be open in all.";
    }

    @Override
    public Remedy remedy() {
      return new Remedy.Act("Close a position first.");
    }
  }

  record SymbolFull(Symbol symbol, int limit) implements LimitRefusal {
    @Override
    public String sentence() {
      return "At most " + Texts.counted(limit, "position") + " may be open in " + symbol + ".";
    }

    @Override
    public Remedy remedy() {
      return new Remedy.Act("Close a " + symbol + " position first.");
    }
  }

  record OnePositionOnly(String because) implements LimitRefusal {
    @Override
    public String sentence() {
      return because + ": one position at a time, half risk.";
    }

    @Override
    public Remedy remedy() {
      return new Remedy.Act("Close the open position first.");
    }
  }

  /** The loss and the whole risk of what is open; a floating loss is in both. */
  record DailyLossReached(DayLoss lost, Money atRisk, Money cap, Instant nextDay)
      implements LimitRefusal {
    @Override
    public String sentence() {
      return lost.sentence() + Texts.reached(atRisk, "the daily cap of " + cap.shownDown());
    }

    @Override
    public Remedy remedy() {
      return new Remedy.Wait(nextDay);
    }
  }

  /** The distance and the whole risk of what is open; a floating loss is in both. */
  record DrawdownReached(Money below, Money atRisk, Money limit) implements LimitRefusal {
    @Override
    public String sentence() {
      String where =
          below.amount().signum() > 0
              ? Texts.below(below, "the highest equity seen")
              : "Balance and equity are at their highest";
      return where + Texts.reached(atRisk, "the drawdown limit of " + limit.shownDown());
    }

    @Override
    public Remedy remedy() {
      return new Remedy.Act("Ask support to review the limit.");
    }
  }

  record RiskTooHigh(Budget budget, Money risk, Money allowed, Lots asked, Lots fits)
      implements LimitRefusal {
    @Override
    public String sentence() {
      return "It could lose "
          + risk.shownUp()
          + "; "
          + Texts.name(budget)
          + " leaves "
          + allowed.shownDown()
          + ".";
    }

    @Override
    public Remedy remedy() {
      return new Remedy.Trade(fits, asked);
    }
  }

  record ExposureFull(Currency currency, Money net, Money limit) implements LimitRefusal {
    @Override
    public String sentence() {
      return currency
          + " already has "
          + net.shownUp()
          + " at risk one way; the limit is "
          + limit.shownDown()
          + ".";
    }

    @Override
    public Remedy remedy() {
      return new Remedy.Act("Close a position in " + currency + " first.");
    }
  }

  record MarginTooLow(Money free, Money needed) implements LimitRefusal {
    @Override
    public String sentence() {
      return "Free margin is "
          + free.shownDown()
          + "; at least "
          + needed.shownUp()
          + " must be free.";
    }

    @Override
    public Remedy remedy() {
      return new Remedy.Act("Close a position first.");
    }
  }

  record TooFast(Instant next) implements LimitRefusal {
    @Override
    public String sentence() {
      return "Orders are placed a little too fast.";
    }

    @Override
    public Remedy remedy() {
      return new Remedy.Wait(next);
    }
  }

  record TooManyThisHour(int limit, Instant next) implements LimitRefusal {
    @Override
    public String sentence() {
      return "At most " + Texts.counted(limit, "order") + " an hour.";
    }

    @Override
    public Remedy remedy() {
      return new Remedy.Wait(next);
    }
  }
}
