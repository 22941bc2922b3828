package io.bitten.functions;

/**
 * One message of a batch.
 *
 * @param queue the name of the queue it comes from; {@code unknown} when it does not say
 * @param group the FIFO group; empty on a standard queue
 * @param receipt what the queue needs to bring it again at another time
 * @param receives how often it was brought, this time included
 */
public record SqsMessage(
    String id, String body, String queue, String group, String receipt, int receives) {}
