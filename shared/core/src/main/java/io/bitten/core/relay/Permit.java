package io.bitten.core.relay;

/**
 * Whether what spoke for sending an entry still holds. Asked by a {@link Route} as late as it can,
 * from any thread; it reads what this machine knows, waits for nobody and never throws.
 */
@FunctionalInterface
public interface Permit {
  boolean holds();

  /** For whoever has nothing that may end meanwhile. */
  static Permit always() {
    return () -> true;
  }
}
