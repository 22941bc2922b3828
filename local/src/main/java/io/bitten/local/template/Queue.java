package io.bitten.local.template;

import java.time.Duration;

/**
 * One {@code AWS::SQS::Queue}.
 *
 * @param name physical name; ends in {@code .fifo} exactly for FIFO queues
 * @param visibility how long a received message stays hidden
 * @param delay how long a new message stays hidden
 * @param retention how long the cloud keeps a message; not modelled by the local engine
 */
public record Queue(
    String id,
    String name,
    Order order,
    Duration visibility,
    Duration delay,
    Duration retention,
    DeadLetters deadLetters) {
  /** Delivery order and deduplication. */
  public enum Order {
    STANDARD,
    FIFO,
    FIFO_DEDUPLICATED_BY_CONTENT;

    /** Whether messages carry a group and keep their order in it. */
    public boolean grouped() {
      return this != STANDARD;
    }
  }

  /** Where a message goes that failed too often. */
  public sealed interface DeadLetters {
    /** Nowhere: it is retried until its retention ends. */
    record None() implements DeadLetters {}

    /**
     * To another queue.
     *
     * @param queue that queue's physical name
     * @param maxReceiveCount receives before the move
     */
    record To(String queue, int maxReceiveCount) implements DeadLetters {}
  }

  public Queue {
    if (name.endsWith(".fifo") != order.grouped()) {
      throw new IllegalArgumentException(
          "a queue's name ends in .fifo exactly when FifoQueue is true, was " + name);
    }
  }
}
