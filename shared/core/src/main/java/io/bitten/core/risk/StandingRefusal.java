package io.bitten.core.risk;

import io.bitten.core.account.Tier;
import io.bitten.core.halt.HaltScope;
import io.bitten.core.market.Direction;
import io.bitten.core.market.Lots;
import io.bitten.core.market.Symbol;
import io.bitten.core.order.Origin;
import io.bitten.core.signal.SignalClass;
import io.bitten.core.signal.Tcs;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Refusals for who asks, and for the state of the account, the signal or the card. */
public sealed interface StandingRefusal extends Refusal {
  record Halted(HaltScope scope, String reason) implements StandingRefusal {
    @Override
    public String sentence() {
      return Texts.stopped(scope) + ": " + reason + ". Closing still works.";
    }

    @Override
    public Remedy remedy() {
      return new Remedy.Act(
          switch (scope) {
            case HaltScope.Everything all -> "The operator lifts it; /status shows it.";
            case HaltScope.OneAccount one -> "The operator lifts it; /status shows it.";
            case HaltScope.OneUser one -> "/recover REASON lifts it if you set it yourself.";
          });
    }
  }

  record OathNotTaken() implements StandingRefusal {
    @Override
    public String sentence() {
      return "The current terms and risk notice are not accepted yet.";
    }

    @Override
    public Remedy remedy() {
      return new Remedy.Act("/start shows them.");
    }
  }

  record NoAccount() implements StandingRefusal {
    @Override
    public String sentence() {
      return "No MT5 account is linked.";
    }

    @Override
    public Remedy remedy() {
      return new Remedy.Act("/start links a demo account.");
    }
  }

  record AccountModeNotAllowed(Tier tier) implements StandingRefusal {
    @Override
    public String sentence() {
      return tier.title() + " trades on a demo account only.";
    }

    @Override
    public Remedy remedy() {
      return new Remedy.Upgrade(Tier.NIBBLER);
    }
  }

  record AccountUnseen() implements StandingRefusal {
    @Override
    public String sentence() {
      return "The relay has not seen your MT5 account yet.";
    }

    @Override
    public Remedy remedy() {
      return new Remedy.Act("Try again in a few seconds; /status shows the relay.");
    }
  }

  record AccountStale(Duration age, Duration limit) implements StandingRefusal {
    @Override
    public String sentence() {
      return age.isNegative()
          ? "Your account was seen at a time that is " + Texts.seconds(age.negated()) + " ahead."
          : "Your account was last seen "
              + Texts.seconds(age)
              + " ago; the limit is "
              + Texts.seconds(limit)
              + ".";
    }

    @Override
    public Remedy remedy() {
      return new Remedy.Act("Try again in a few seconds; /status shows the relay.");
    }
  }

  record SignalGone() implements StandingRefusal {
    @Override
    public String sentence() {
      return "This signal is not known.";
    }

    @Override
    public Remedy remedy() {
      return new Remedy.Act("/fire lists the live ones.");
    }
  }

  record SignalExpired(Instant expiredAt) implements StandingRefusal {
    @Override
    public String sentence() {
      return "The signal expired at " + Texts.time(expiredAt) + ".";
    }

    @Override
    public Remedy remedy() {
      return new Remedy.Act("/fire lists the live ones.");
    }
  }

  /** An order of the signal that has not ended, or its position, is the trader's already. */
  record SignalAlreadyTaken(Symbol symbol, Direction direction, Lots lots, Instant since)
      implements StandingRefusal {
    /** Empty when the trader holds nothing of the signal. */
    public static Optional<SignalAlreadyTaken> in(RiskBook book, Origin.OfSignal signal) {
      return book.reservations().stream()
          .filter(held -> held.origin().equals(signal))
          .findFirst()
          .map(
              held ->
                  new SignalAlreadyTaken(held.symbol(), held.direction(), held.lots(), held.at()));
    }

    @Override
    public String sentence() {
      return "You hold this signal already: "
          + symbol
          + " "
          + direction
          + " "
          + lots
          + " lots, fired at "
          + Texts.time(since)
          + ".";
    }

    @Override
    public Remedy remedy() {
      return new Remedy.Act(
          "/positions shows it; once it has ended the signal may be fired again.");
    }
  }

  record SubscriptionClosed(Tier tier) implements StandingRefusal {
    @Override
    public String sentence() {
      return "Your " + tier.title() + " access has ended; closing still works.";
    }

    @Override
    public Remedy remedy() {
      return new Remedy.Upgrade(tier == Tier.PRESS_PASS ? Tier.NIBBLER : tier);
    }
  }

  /**
   * @param remedy the tier that unlocks it, where one does
   */
  record ClassLocked(SignalClass signalClass, Tier tier, Remedy remedy) implements StandingRefusal {
    @Override
    public String sentence() {
      return tier.title() + " may not fire " + signalClass + " signals.";
    }
  }

  record TcsTooLow(Tcs tcs, Tcs minimum) implements StandingRefusal {
    @Override
    public String sentence() {
      return "TCS " + tcs + " is below your minimum of " + minimum + ".";
    }
  }

  record TiltLocked(int losses, int clearedBy, Instant until) implements StandingRefusal {
    @Override
    public String sentence() {
      return Texts.losses(losses, clearedBy) + ": new trades are locked.";
    }

    @Override
    public Remedy remedy() {
      return new Remedy.Wait(until);
    }
  }

  record OfferGone() implements StandingRefusal {
    @Override
    public String sentence() {
      return "This confirmation is not known or not yours.";
    }

    @Override
    public Remedy remedy() {
      return new Remedy.Act("Tap FIRE on the signal again.");
    }
  }

  record OfferExpired(Instant expiredAt) implements StandingRefusal {
    @Override
    public String sentence() {
      return "The confirmation ran out at " + Texts.time(expiredAt) + ".";
    }

    @Override
    public Remedy remedy() {
      return new Remedy.Act("Tap FIRE on the signal again.");
    }
  }

  record OfferEnded() implements StandingRefusal {
    @Override
    public String sentence() {
      return "This confirmation has ended already; nothing was traded for it.";
    }

    @Override
    public Remedy remedy() {
      return new Remedy.Act("Tap FIRE on the signal again.");
    }
  }
}
