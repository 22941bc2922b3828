package io.bitten.core.risk;

import io.bitten.core.account.Money;
import io.bitten.core.halt.HaltScope;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** How refusals write times, percentages and durations for a trader. */
final class Texts {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("EEE HH:mm:ss 'UTC'", Locale.ENGLISH).withZone(ZoneOffset.UTC);

  private Texts() {}

  static String time(Instant at) {
    return TIME.format(at);
  }

  /** Of what may be lost: never less than it is. */
  static String percent(BigDecimal value) {
    return value.setScale(2, RoundingMode.CEILING).stripTrailingZeros().toPlainString() + " %";
  }

  /** A distance that the account shows; whoever withdrew knows that it is no trading loss. */
  static String below(Money distance, String what) {
    return "Balance or equity is "
        + distance.shownUp()
        + " below "
        + what
        + ", money withdrawn counted in";
  }

  /** The end of a sentence about a loss: what open trades may add, and the limit that is met. */
  static String reached(Money atRisk, String limit) {
    return atRisk.amount().signum() > 0
        ? "; open trades may lose "
            + atRisk.shownUp()
            + " from entry to stop. Together that reaches "
            + limit
            + "."
        : ": " + limit + " is reached.";
  }

  static String stopped(HaltScope scope) {
    return switch (scope) {
      case HaltScope.Everything s -> "New orders are stopped for everybody";
      case HaltScope.OneAccount s -> "New orders on your account are stopped";
      case HaltScope.OneUser s -> "Your new orders are stopped";
    };
  }

  /** Losses that single wins between them did not clear. */
  static String losses(int losses, int clearedBy) {
    String wins = clearedBy == 1 ? "a win" : clearedBy + " wins in a row";
    return losses + " losses without " + wins + " between them";
  }

  /** Of one there is no plural. */
  static String counted(int number, String what) {
    return number + " " + what + (number == 1 ? "" : "s");
  }

  /** What locks when so many losses do and these are there. */
  static String locking(int losses, int lockAt) {
    return lockAt - losses > 1
        ? lockAt - losses + " more lock trading."
        : "one more locks trading.";
  }

  static String name(Session session) {
    return switch (session) {
      case LONDON -> "London";
      case NEW_YORK -> "New York";
      case TOKYO -> "Tokyo";
    };
  }

  static String name(Budget budget) {
    return switch (budget) {
      case RISK_PER_TRADE -> "the risk limit of a trade";
      case HALF_RISK -> "the halved risk limit of a trade";
      case DAILY_LOSS -> "the daily loss cap";
      case DRAWDOWN -> "the drawdown limit";
      case EXPOSURE -> "the exposure limit";
    };
  }

  /** Of an age: what is begun counts, so that none is told that the limit would allow. */
  static String seconds(Duration length) {
    return Math.max(0, length.plusSeconds(1).minusNanos(1).toSeconds()) + " s";
  }
}
