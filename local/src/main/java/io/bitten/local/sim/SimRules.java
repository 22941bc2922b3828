package io.bitten.local.sim;

import io.bitten.adapters.config.RulebookFile;
import io.bitten.core.Rulebook;
import io.bitten.core.risk.RiskLimits;
import io.bitten.core.risk.Session;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Map;

/** The packaged rules, with room for many orders in a minute. */
final class SimRules {
  private static final Rulebook PACKAGED = RulebookFile.packaged();
  private static final Map<Session, Integer> SESSIONS =
      Map.of(Session.LONDON, 200, Session.NEW_YORK, 200, Session.TOKYO, 200);

  /** The limits of which one is met before the day's cap. */
  private record Room(int perSymbol, BigDecimal drawdown, BigDecimal exposure) {
    static final Room USUAL =
        new Room(
            PACKAGED.limits().openPerSymbol(),
            PACKAGED.limits().drawdownLimit(),
            PACKAGED.limits().exposurePercent());

    /** So wide that the day's cap is what stops a bold trader. */
    static final Room WIDE = new Room(4, BigDecimal.valueOf(5_000), BigDecimal.valueOf(100));
  }

  private SimRules() {}

  static Rulebook usual() {
    return of(Duration.ofSeconds(8), Room.USUAL);
  }

  static Rulebook drawn(Faults faults) {
    Duration lives = faults.percent(50) ? Duration.ofSeconds(8) : Duration.ofSeconds(90);
    return of(lives, faults.percent(30) ? Room.WIDE : Room.USUAL);
  }

  /** How long after a failed payment trades may be opened. */
  static Duration grace() {
    return PACKAGED.billing().grace();
  }

  /** Whether the day's cap is the limit that a bold trader meets. */
  static boolean wide(Rulebook rules) {
    return rules.limits().openPerSymbol() == Room.WIDE.perSymbol();
  }

  private static Rulebook of(Duration orderLives, Room room) {
    RiskLimits usual = PACKAGED.limits();
    RiskLimits limits =
        new RiskLimits(
            usual.riskPercent(),
            usual.openPositions(),
            room.perSymbol(),
            room.drawdown(),
            SESSIONS,
            usual.newsBefore(),
            usual.newsAfter(),
            usual.calendarMaxAge(),
            usual.quoteMaxAge(),
            usual.tiltWarnAt(),
            usual.tiltLockAt(),
            usual.tiltLock(),
            usual.tiltClearWins(),
            usual.medicAtPercent(),
            room.exposure(),
            usual.minimumFreeMarginPercent(),
            usual.bandPoints(),
            Duration.ZERO,
            200,
            usual.confirmFor(),
            orderLives);
    return PACKAGED.with(limits);
  }
}
