package io.bitten.local.sim;

import io.bitten.core.Written;
import io.bitten.core.halt.Halt;
import io.bitten.core.halt.HaltScope;
import io.bitten.core.halt.Halts;
import io.bitten.core.memory.MemoryHalts;
import java.util.Collection;
import java.util.Map;

/** Says that nothing is halted, whatever is. */
record NoHalts() implements Halts {
  @Override
  public Halt read(HaltScope scope) {
    return Halt.never(scope);
  }

  @Override
  public Map<HaltScope, Halt> read(Collection<HaltScope> scopes) {
    return new MemoryHalts().read(scopes);
  }

  @Override
  public Written write(Halt next) {
    return Written.STALE;
  }
}
