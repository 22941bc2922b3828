package io.bitten.adapters.sqs;

/** Where the queues of commands are. {@code orders} takes entries, {@code exits} all else. */
public record QueueUrls(
    String updates,
    String fires,
    String orders,
    String exits,
    String halts,
    String messages,
    String billing,
    String reports) {}
