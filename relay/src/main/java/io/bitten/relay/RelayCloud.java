package io.bitten.relay;

import software.amazon.awssdk.services.sqs.SqsClient;

/** The relay's way to the cloud's commands. */
public record RelayCloud(SqsClient sqs, RelayQueues queues, CommandDoor door) {}
