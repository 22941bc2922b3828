package io.bitten.relay;

import java.time.Duration;
import java.util.List;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.Message;

/**
 * Takes commands from one queue, one at a time. A message is deleted when its command has had its
 * effect; one that cannot be handled goes back until the queue gives it to the dead letters.
 */
final class CommandPoller {
  private static final int VISIBILITY_SECONDS = 90;

  private final Relay relay;
  private final CommandDoor door;
  private final SqsClient sqs;
  private final String url;
  private final int waitSeconds;
  private final RelayLog log;

  CommandPoller(RelayCloud cloud, Relay relay, String url, RelayLog log) {
    this.relay = relay;
    this.door = cloud.door();
    this.sqs = cloud.sqs();
    this.url = url;
    this.waitSeconds = cloud.queues().waitSeconds();
    this.log = log;
  }

  /** One long poll and what it brings; throws when the queue does not answer. */
  void poll() {
    List<Message> taken =
        sqs.receiveMessage(
                r ->
                    r.queueUrl(url)
                        .maxNumberOfMessages(1)
                        .visibilityTimeout(VISIBILITY_SECONDS)
                        .waitTimeSeconds(waitSeconds))
            .messages();
    taken.forEach(this::handle);
  }

  private void handle(Message message) {
    switch (outcome(message)) {
      case StepOutcome.Finished done -> {
        sqs.deleteMessage(r -> r.queueUrl(url).receiptHandle(message.receiptHandle()));
        log.say("command", message.messageId() + ": " + done.what());
      }
      case StepOutcome.Later later -> {
        again(message, later.pause());
        log.say("command later", message.messageId() + ": " + later.why());
      }
      case StepOutcome.Refused refused -> {
        again(message, Duration.ZERO);
        log.alarm(
            "command refused",
            message.messageId() + ": " + refused.code() + " " + refused.sentence());
      }
    }
  }

  private StepOutcome outcome(Message message) {
    return switch (door.read(message.body())) {
      case CommandDoor.Read.Genuine genuine -> relay.step(genuine.command());
      case CommandDoor.Read.Refused refused ->
          new StepOutcome.Refused(refused.code(), refused.sentence());
    };
  }

  private void again(Message message, Duration pause) {
    int seconds = (int) Math.min(VISIBILITY_SECONDS, (pause.toMillis() + 999) / 1000);
    sqs.changeMessageVisibility(
        r ->
            r.queueUrl(url)
                .receiptHandle(message.receiptHandle())
                .visibilityTimeout(seconds));
  }
}
