package io.bitten.local.sim;

import io.bitten.core.Written;
import io.bitten.core.halt.Halt;
import io.bitten.core.halt.HaltScope;
import io.bitten.core.halt.Halts;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/** Halts as they are to somebody who hears of each and of no lift. */
final class NoLifts implements Halts {
  private final Halts real;
  private final Map<HaltScope, Halt> active = new HashMap<>();

  NoLifts(Halts real) {
    this.real = real;
  }

  @Override
  public Halt read(HaltScope scope) {
    return heard(real.read(scope));
  }

  @Override
  public Map<HaltScope, Halt> read(Collection<HaltScope> scopes) {
    Map<HaltScope, Halt> all = new HashMap<>(real.read(scopes));
    all.replaceAll((scope, halt) -> heard(halt));
    return all;
  }

  @Override
  public Written write(Halt next) {
    return real.write(next);
  }

  private Halt heard(Halt halt) {
    if (halt instanceof Halt.Active) {
      active.put(halt.scope(), halt);
    }
    return active.getOrDefault(halt.scope(), halt);
  }
}
