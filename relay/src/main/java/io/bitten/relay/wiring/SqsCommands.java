package io.bitten.relay.wiring;

import io.bitten.relay.CommandSource;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.ReceiveMessageRequest;
import software.amazon.awssdk.services.sqs.model.SqsException;

/**
 * A FIFO queue of commands on SQS, by long polling; one thread receives. A refused message is given
 * back at once, so that it reaches the dead letters without holding its account up for long.
 */
public final class SqsCommands implements CommandSource {
  private static final int MOST = 10;

  /** Longer than an entry may hang at a farm and its stop be looked after. */
  public static final int VISIBILITY_SECONDS = 90;

  /** How long after its poll's end an answer is waited for; the connection may be dead. */
  private static final int GRACE_SECONDS = 4;

  private static final long LONGEST_WAIT_SECONDS = 43_200;

  private final SqsClient client;
  private final String url;
  private final int pollSeconds;
  private final int hiddenSeconds;

  /**
   * Names one receive until SQS has answered it: messages that it gave to an answer that was lost
   * come with the next of the same name, and are not hidden with their accounts behind them. It is
   * good for five minutes, and for no messages that were touched since (Amazon SQS API Reference,
   * ReceiveMessage, ReceiveRequestAttemptId).
   */
  private String attempt = UUID.randomUUID().toString();

  /**
   * @param client with a read timeout above the poll's; a poll's own end is set with each
   * @param pollSeconds how long one poll waits for a message, 0..20
   */
  public SqsCommands(SqsClient client, String url, int pollSeconds) {
    this(client, url, pollSeconds, VISIBILITY_SECONDS);
  }

  /**
   * @param hiddenSeconds how long a received message stays hidden: after a crash its account waits
   *     for so long
   */
  public SqsCommands(SqsClient client, String url, int pollSeconds, int hiddenSeconds) {
    if (pollSeconds < 0 || pollSeconds > 20) {
      throw new IllegalArgumentException("poll seconds must be 0..20: " + pollSeconds);
    }
    this.client = client;
    this.url = url;
    this.pollSeconds = pollSeconds;
    this.hiddenSeconds = hiddenSeconds;
  }

  @Override
  public List<Delivery> receive(Duration longest) {
    int wait = (int) Math.min(longest.toSeconds(), pollSeconds);
    Duration once = Duration.ofSeconds(wait + GRACE_SECONDS);
    ReceiveMessageRequest request =
        ReceiveMessageRequest.builder()
            .queueUrl(url)
            .maxNumberOfMessages(MOST)
            .visibilityTimeout(hiddenSeconds)
            .waitTimeSeconds(wait)
            .receiveRequestAttemptId(attempt)
            .overrideConfiguration(
                calls -> calls.apiCallAttemptTimeout(once).apiCallTimeout(once.multipliedBy(2)))
            .build();
    return received(request).stream()
        .map(message -> new Delivery(message.receiptHandle(), message.body()))
        .toList();
  }

  private List<Message> received(ReceiveMessageRequest request) {
    try {
      List<Message> messages = client.receiveMessage(request).messages();
      attempt = UUID.randomUUID().toString();
      return messages;
    } catch (SqsException e) {
      // A no is an answer too, and may be one to the name.
      if (e.statusCode() < 500) {
        attempt = UUID.randomUUID().toString();
      }
      throw e;
    }
  }

  @Override
  public void done(Delivery delivery) {
    client.deleteMessage(delete -> delete.queueUrl(url).receiptHandle(delivery.receipt()));
  }

  @Override
  public void later(Delivery delivery, Duration after) {
    long seconds = Math.clamp(after.plusMillis(999).toSeconds(), 0, LONGEST_WAIT_SECONDS);
    client.changeMessageVisibility(
        change ->
            change
                .queueUrl(url)
                .receiptHandle(delivery.receipt())
                .visibilityTimeout((int) seconds));
  }

  @Override
  public void refuse(Delivery delivery) {
    later(delivery, Duration.ZERO);
  }
}
