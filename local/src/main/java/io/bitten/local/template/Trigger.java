package io.bitten.local.template;

/** What starts a function: an event of its {@code Events} section. */
public sealed interface Trigger {

  /**
   * An HTTP API route, payload format 2.0.
   *
   * @param method an upper-case HTTP method or {@code ANY}
   * @param path a path with {@code {name}} or a last {@code {name+}}, or {@code $default}
   */
  record Route(String method, String path) implements Trigger {}

  /**
   * A queue that is polled.
   *
   * @param queue the queue's physical name
   * @param batchSize most messages in one invocation
   * @param maxConcurrency most invocations at a time; 0 where the template does not say
   */
  record FromQueue(String queue, int batchSize, BatchFailures failures, int maxConcurrency)
      implements Trigger {
    public FromQueue {
      if (batchSize < 1 || batchSize > 10_000) {
        throw new IllegalArgumentException("BatchSize must be 1..10000, was " + batchSize);
      }
    }
  }

  /** What a function's answer says about its batch. */
  enum BatchFailures {
    /** The batch failed or succeeded as one. */
    WHOLE_BATCH,
    /** {@code ReportBatchItemFailures}: the answer names the messages that failed. */
    REPORTED
  }

  /**
   * A timer.
   *
   * @param name the event's name in the template
   * @param input the event's JSON; empty where the scheduler's own envelope is sent
   */
  record Timer(String name, ScheduleExpression expression, String input) implements Trigger {}
}
