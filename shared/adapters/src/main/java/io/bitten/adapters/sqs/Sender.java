package io.bitten.adapters.sqs;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.BatchResultErrorEntry;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchRequestEntry;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchResponse;

/** Sends to one queue. Returns when everything is stored; throws when something is not. */
final class Sender {
  /** The service's limit of one message and of one batch, bytes. */
  static final int MAX_BYTES = 262_144;

  private static final int MOST_ENTRIES = 10;
  private static final int ROUNDS = 3;

  private final SqsClient client;
  private final String url;

  Sender(SqsClient client, String url) {
    this.client = client;
    this.url = url;
  }

  void send(Message message) {
    client.sendMessage(
        send ->
            send.queueUrl(url)
                .messageGroupId(message.group())
                .messageDeduplicationId(message.once())
                .messageBody(message.body()));
  }

  /** Sends to a standard queue. */
  void sendUnordered(String name, String body) {
    if (Message.bytes(body) > MAX_BYTES) {
      throw new TooLarge("message " + name, Message.bytes(body));
    }
    client.sendMessage(send -> send.queueUrl(url).messageBody(body));
  }

  void sendAll(List<Message> messages) {
    List<Message> batch = new ArrayList<>();
    int bytes = 0;
    for (Message message : messages) {
      if (batch.size() == MOST_ENTRIES || bytes + message.bytes() > MAX_BYTES) {
        sendBatch(batch);
        batch.clear();
        bytes = 0;
      }
      batch.add(message);
      bytes += message.bytes();
    }
    if (!batch.isEmpty()) {
      sendBatch(batch);
    }
  }

  private void sendBatch(List<Message> batch) {
    List<Message> left = List.copyOf(batch);
    for (int round = 0; round < ROUNDS && !left.isEmpty(); round++) {
      left = unsent(left);
    }
    if (!left.isEmpty()) {
      throw new IllegalStateException(
          "%d of %d messages were not taken, the first is %s"
              .formatted(left.size(), batch.size(), left.getFirst().once()));
    }
  }

  /** The messages that the queue did not take; one it will never take is thrown. */
  private List<Message> unsent(List<Message> batch) {
    SendMessageBatchResponse answer =
        client.sendMessageBatch(send -> send.queueUrl(url).entries(entries(batch)));
    Set<Integer> failed = new HashSet<>();
    for (BatchResultErrorEntry error : answer.failed()) {
      if (error.senderFault()) {
        throw new IllegalStateException(
            "message %s was refused: %s %s"
                .formatted(
                    batch.get(Integer.parseInt(error.id())).once(), error.code(), error.message()));
      }
      failed.add(Integer.parseInt(error.id()));
    }
    List<Message> left = new ArrayList<>();
    for (int index = 0; index < batch.size(); index++) {
      if (failed.contains(index)) {
        left.add(batch.get(index));
      }
    }
    return left;
  }

  private static List<SendMessageBatchRequestEntry> entries(List<Message> batch) {
    List<SendMessageBatchRequestEntry> entries = new ArrayList<>();
    for (Message message : batch) {
      entries.add(
          SendMessageBatchRequestEntry.builder()
              .id(Integer.toString(entries.size()))
              .messageGroupId(message.group())
              .messageDeduplicationId(message.once())
              .messageBody(message.body())
              .build());
    }
    return entries;
  }
}
