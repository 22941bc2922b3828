package io.bitten.core.risk;

import java.math.BigDecimal;

/** Whether the day asks for less: half risk and one position. */
sealed interface Mood {
  record Normal() implements Mood {}

  record Careful(String because) implements Mood {}

  static Mood of(RiskCase facts) {
    if (Sessions.weekend(facts.now())) {
      return new Careful("Weekend");
    }
    BigDecimal opening = facts.book().day().opening().amount();
    BigDecimal lost = Standing.lostToday(facts).amount().amount();
    boolean medic =
        lost.multiply(BigDecimal.valueOf(100))
                .compareTo(opening.multiply(facts.limits().medicAtPercent()))
            >= 0;
    return medic && lost.signum() > 0 ? new Careful("Medic mode") : new Normal();
  }
}
