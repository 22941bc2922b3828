package io.bitten.core.halt;

import io.bitten.core.Written;

/** The emergency stops. They survive every restart. */
public interface Halts {
  /** The state of a scope; never set is {@link Halt#never}. */
  Halt read(HaltScope scope);

  /** Stores when the stored epoch is one less than the given. */
  Written write(Halt next);
}
