package io.bitten.core.signal;

import io.bitten.core.news.NewsEvent;
import java.time.Duration;

/** Why a candle made no signal. */
public sealed interface Silence {

  /** Stable, for logs and counts. */
  String code();

  /** For a person. */
  String sentence();

  record MarketClosed() implements Silence {
    @Override
    public String code() {
      return "market_closed";
    }

    @Override
    public String sentence() {
      return "The forex market is closed.";
    }
  }

  record NoCandles() implements Silence {
    @Override
    public String code() {
      return "no_candles";
    }

    @Override
    public String sentence() {
      return "The price source has no closed candle.";
    }
  }

  record OldCandle(Duration age) implements Silence {
    @Override
    public String code() {
      return "old_candle";
    }

    @Override
    public String sentence() {
      return "The newest candle closed %d minutes ago, too long for a signal."
          .formatted(age.toMinutes());
    }
  }

  record NoQuote() implements Silence {
    @Override
    public String code() {
      return "no_quote";
    }

    @Override
    public String sentence() {
      return "The price source has no quote.";
    }
  }

  record StaleQuote(Duration age) implements Silence {
    @Override
    public String code() {
      return "stale_quote";
    }

    @Override
    public String sentence() {
      return "The newest quote is %d ms old.".formatted(age.toMillis());
    }
  }

  record WarmingUp(int candles, int needed) implements Silence {
    @Override
    public String code() {
      return "warming_up";
    }

    @Override
    public String sentence() {
      return "Only %d of the %d candles that the indicators need.".formatted(candles, needed);
    }
  }

  record NoSetup() implements Silence {
    @Override
    public String code() {
      return "no_setup";
    }

    @Override
    public String sentence() {
      return "Trend and momentum do not agree on a direction.";
    }
  }

  record NewsBlackout(NewsEvent event) implements Silence {
    @Override
    public String code() {
      return "news_blackout";
    }

    @Override
    public String sentence() {
      return "%s (%s) at %s is too near.".formatted(event.title(), event.currency(), event.at());
    }
  }

  record FewSetups(int earlier, int needed) implements Silence {
    @Override
    public String code() {
      return "few_setups";
    }

    @Override
    public String sentence() {
      return "Only %d earlier setups to rank among, %d are needed.".formatted(earlier, needed);
    }
  }

  record Weak(int tcs, int needed) implements Silence {
    @Override
    public String code() {
      return "weak";
    }

    @Override
    public String sentence() {
      return "TCS %d is below %d.".formatted(tcs, needed);
    }
  }

  record NoRoom(String levels) implements Silence {
    @Override
    public String code() {
      return "no_room";
    }

    @Override
    public String sentence() {
      return "Entry, stop and target do not stand apart: %s.".formatted(levels);
    }
  }
}
