package io.bitten.adapters.sqs;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.BatchResultErrorEntry;
import software.amazon.awssdk.services.sqs.model.ChangeMessageVisibilityRequest;
import software.amazon.awssdk.services.sqs.model.ChangeMessageVisibilityResponse;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchRequest;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchRequestEntry;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchResponse;
import software.amazon.awssdk.services.sqs.model.SendMessageRequest;
import software.amazon.awssdk.services.sqs.model.SendMessageResponse;

/** Takes what is sent, and refuses parts of a batch as it was told. */
final class FakeSqs implements SqsClient {
  final List<SendMessageRequest> sent = new ArrayList<>();
  final List<List<SendMessageBatchRequestEntry>> batches = new ArrayList<>();
  final List<String> postponed = new ArrayList<>();
  private final Deque<List<String>> refusals = new ArrayDeque<>();

  /** The next batch's entries of these ids are not taken. */
  void refuseNext(List<String> ids) {
    refusals.add(ids);
  }

  @Override
  public SendMessageResponse sendMessage(SendMessageRequest request) {
    sent.add(request);
    return SendMessageResponse.builder().messageId("1").build();
  }

  @Override
  public SendMessageBatchResponse sendMessageBatch(SendMessageBatchRequest request) {
    batches.add(request.entries());
    List<BatchResultErrorEntry> failed =
        Optional.ofNullable(refusals.poll()).orElse(List.of()).stream()
            .map(
                id ->
                    BatchResultErrorEntry.builder()
                        .id(id)
                        .senderFault(false)
                        .code("InternalError")
                        .build())
            .toList();
    return SendMessageBatchResponse.builder().failed(failed).build();
  }

  @Override
  public ChangeMessageVisibilityResponse changeMessageVisibility(
      ChangeMessageVisibilityRequest request) {
    postponed.add(request.receiptHandle() + " " + request.visibilityTimeout());
    return ChangeMessageVisibilityResponse.builder().build();
  }

  @Override
  public String serviceName() {
    return SERVICE_NAME;
  }

  @Override
  public void close() {}
}
