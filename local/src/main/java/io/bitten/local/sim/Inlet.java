package io.bitten.local.sim;

import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/** One queue as a relay's process polls it: once a second, and as soon as something is there. */
final class Inlet {
  private final FifoQueue<String> queue;
  private final BooleanSupplier taking;
  private final Consumer<Runnable> threads;
  private boolean waits;

  /**
   * @param taking takes what there is; false when this process takes nothing
   * @param threads runs something as a thread of the process, if that is still alive
   */
  Inlet(FifoQueue<String> queue, BooleanSupplier taking, Consumer<Runnable> threads) {
    this.queue = queue;
    this.taking = taking;
    this.threads = threads;
  }

  void poll() {
    if (taking.getAsBoolean() && !waits) {
      waits = true;
      queue.await(
          () -> {
            waits = false;
            threads.accept(this::poll);
          });
    }
  }
}
