package io.bitten.core.risk;

import io.bitten.core.market.Currency;
import io.bitten.core.market.Price;
import io.bitten.core.market.Symbol;
import java.time.Duration;
import java.time.Instant;

/** Refusals for prices, news and hours. */
public sealed interface MarketRefusal extends Refusal {
  record SymbolUnknown(Symbol symbol) implements MarketRefusal {
    @Override
    public String sentence() {
      return "Your terminal has not told what one lot of " + symbol + " is.";
    }
  }

  record NoQuote(Symbol symbol) implements MarketRefusal {
    @Override
    public String sentence() {
      return "There is no price for " + symbol + ".";
    }
  }

  record QuoteStale(Symbol symbol, Duration age, Duration limit) implements MarketRefusal {
    @Override
    public String sentence() {
      if (age.isNegative()) {
        return "The " + symbol + " price is of a time " + Texts.seconds(age.negated()) + " ahead.";
      }
      return "The last "
          + symbol
          + " price is "
          + Texts.seconds(age)
          + " old; the limit is "
          + Texts.seconds(limit)
          + ".";
    }

    @Override
    public Remedy remedy() {
      return new Remedy.Act("Try again when the price moves; a closed market has no fresh price.");
    }
  }

  record NewsLockout(String title, Currency currency, Instant event, Instant until)
      implements MarketRefusal {
    @Override
    public String sentence() {
      return "High-impact " + currency + " news, " + title + ", is at " + Texts.time(event) + ".";
    }

    @Override
    public Remedy remedy() {
      return new Remedy.Wait(until);
    }
  }

  record OutsideSessions(Instant opens) implements MarketRefusal {
    @Override
    public String sentence() {
      return "No session is open: not Tokyo, London or New York.";
    }

    @Override
    public Remedy remedy() {
      return new Remedy.Wait(opens);
    }
  }

  record PriceMoved(Price shown, Price now, int bandPoints) implements MarketRefusal {
    @Override
    public String sentence() {
      return "The price moved from "
          + shown
          + " to "
          + now
          + "; the card allowed "
          + bandPoints
          + " points.";
    }

    @Override
    public Remedy remedy() {
      return new Remedy.Act("Tap FIRE again to see the new price and risk.");
    }
  }
}
