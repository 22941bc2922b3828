package io.bitten.core.halt;

import io.bitten.core.Written;
import java.util.Collection;
import java.util.Map;

/** The emergency stops. They survive every restart. */
public interface Halts {
  /** The state of a scope; never set is {@link Halt#never}. */
  Halt read(HaltScope scope);

  /** The states of all the given scopes, each as {@link #read} tells it; all or an exception. */
  Map<HaltScope, Halt> read(Collection<HaltScope> scopes);

  /** Stores when the stored epoch is one less than the given. */
  Written write(Halt next);
}
