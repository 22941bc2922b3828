package io.bitten.core.memory;

import io.bitten.core.Written;
import io.bitten.core.halt.Halt;
import io.bitten.core.halt.HaltScope;
import io.bitten.core.halt.Halts;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/** The emergency stops. */
public final class MemoryHalts implements Halts {
  private final Map<HaltScope, Halt> states = new HashMap<>();

  @Override
  public synchronized Halt read(HaltScope scope) {
    return states.getOrDefault(scope, Halt.never(scope));
  }

  @Override
  public synchronized Map<HaltScope, Halt> read(Collection<HaltScope> scopes) {
    Map<HaltScope, Halt> read = new HashMap<>();
    scopes.forEach(scope -> read.put(scope, read(scope)));
    return Map.copyOf(read);
  }

  @Override
  public synchronized Written write(Halt next) {
    if (read(next.scope()).epoch() != next.epoch() - 1) {
      return Written.STALE;
    }
    states.put(next.scope(), next);
    return Written.STORED;
  }
}
