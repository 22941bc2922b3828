package io.bitten.core.risk;

import java.util.Locale;

/**
 * Why a trade may not be opened, with its numbers. The code is stable; the sentence and the remedy,
 * which names the smallest change that would pass, are for the trader.
 */
public sealed interface Refusal permits StandingRefusal, MarketRefusal, LimitRefusal, LevelRefusal {

  String sentence();

  default Remedy remedy() {
    return Remedy.nothing();
  }

  /** The record's name in capitals: {@code NotALotStep} is {@code NOT_A_LOT_STEP}. */
  default String code() {
    return getClass().getSimpleName().replaceAll("(?<=.)(?=[A-Z])", "_").toUpperCase(Locale.ROOT);
  }
}
