package io.bitten.core.risk;

import io.bitten.core.Some;
import io.bitten.core.market.Lots;
import io.bitten.core.market.SymbolSpec;

/** Volumes as odd as terminals tell them. */
final class SomeVolumes {
  private SomeVolumes() {}

  /** The usual pair with these volumes. */
  static SymbolSpec of(String minimum, String step, String maximum) {
    SymbolSpec spec = Some.spec();
    return new SymbolSpec(
        spec.symbol(),
        spec.terminalName(),
        spec.digits(),
        spec.contractSize(),
        spec.tickSize(),
        spec.tickValue(),
        Lots.of(minimum),
        Lots.of(step),
        Lots.of(maximum),
        spec.stopsLevelPoints());
  }
}
