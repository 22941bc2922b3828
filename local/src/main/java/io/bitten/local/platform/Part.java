package io.bitten.local.platform;

import java.util.function.Consumer;

/** Something that was started and is to be stopped. */
@FunctionalInterface
interface Part {
  void close();

  /** Stops it; what goes wrong is said, for the other parts are to be stopped as well. */
  static void close(AutoCloseable part, Consumer<String> errors) {
    try {
      part.close();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (Exception e) {
      errors.accept("stopping " + part.getClass().getSimpleName() + ": " + e);
    }
  }
}
