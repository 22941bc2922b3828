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

  /** The record's name in capitals: {@code SessionFull} is {@code SESSION_FULL}. */
  default String code() {
    return getClass()
        .getSimpleName()
        .replaceAll("([a-z])([A-Z])", "$1_$2")
        .toUpperCase(Locale.ROOT);
  }
}
