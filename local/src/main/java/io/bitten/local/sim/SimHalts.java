package io.bitten.local.sim;

import io.bitten.core.Written;
import io.bitten.core.halt.Halt;
import io.bitten.core.halt.HaltScope;
import io.bitten.core.halt.Halts;
import java.util.Collection;
import java.util.Map;

/** The halts' table as one caller sees it. */
final class SimHalts implements Halts {
  private final Halts stored;
  private final Caller caller;

  SimHalts(Halts stored, Caller caller) {
    this.stored = stored;
    this.caller = caller;
  }

  @Override
  public Halt read(HaltScope scope) {
    caller.before("Halts.read");
    Halt halt = stored.read(scope);
    caller.after("Halts.read");
    return halt;
  }

  @Override
  public Map<HaltScope, Halt> read(Collection<HaltScope> scopes) {
    caller.before("Halts.read");
    Map<HaltScope, Halt> halts = stored.read(scopes);
    caller.after("Halts.read");
    return halts;
  }

  @Override
  public Written write(Halt next) {
    caller.before("Halts.write");
    Written written = stored.write(next);
    caller.after("Halts.write");
    return written;
  }
}
