package io.bitten.adapters.dynamodb;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.GetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.PutItemResponse;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsResponse;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;
import software.amazon.awssdk.services.dynamodb.model.TransactionConflictException;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemResponse;

/** Says what the embedded engine never says: throttles, conflicts, keys left unprocessed. */
final class FakeDynamo implements DynamoDbClient {
  final List<BatchGetItemRequest> batchReads = new ArrayList<>();
  final List<QueryRequest> queries = new ArrayList<>();
  private final Deque<Function<BatchGetItemRequest, BatchGetItemResponse>> batchAnswers =
      new ArrayDeque<>();
  private final Deque<QueryResponse> pages = new ArrayDeque<>();
  private String[] reasons = new String[0];
  private boolean conflicts;
  private boolean keeps;
  private Map<String, AttributeValue> kept = Map.of();
  private Optional<UnaryOperator<Map<String, AttributeValue>>> instead = Optional.empty();
  private long counter;
  int counted;

  void cancelFor(String... codes) {
    reasons = codes;
  }

  /** Each write of one item meets a transaction in progress. */
  void conflict() {
    conflicts = true;
  }

  /** Each put was done before it is answered as it is. */
  void keepPuts() {
    keeps = true;
  }

  /** No put's condition holds; this is found where it was to go. */
  void refusePuts(UnaryOperator<Map<String, AttributeValue>> found) {
    instead = Optional.of(found);
  }

  void answerBatch(Function<BatchGetItemRequest, BatchGetItemResponse> answer) {
    batchAnswers.add(answer);
  }

  void answerPage(QueryResponse page) {
    pages.add(page);
  }

  @Override
  public TransactWriteItemsResponse transactWriteItems(TransactWriteItemsRequest request) {
    if (reasons.length == 0) {
      return TransactWriteItemsResponse.builder().build();
    }
    TransactionCanceledException.Builder cancelled = TransactionCanceledException.builder();
    cancelled.cancellationReasons(
        List.of(reasons).stream()
            .map(code -> CancellationReason.builder().code(code).build())
            .toList());
    throw cancelled.build();
  }

  @Override
  public PutItemResponse putItem(PutItemRequest request) {
    if (keeps) {
      kept = request.item();
    }
    if (conflicts) {
      throw TransactionConflictException.builder().message("in progress").build();
    }
    if (instead.isPresent()) {
      boolean told =
          request.returnValuesOnConditionCheckFailure()
              == ReturnValuesOnConditionCheckFailure.ALL_OLD;
      throw ConditionalCheckFailedException.builder()
          .item(told ? instead.get().apply(request.item()) : null)
          .build();
    }
    return PutItemResponse.builder().build();
  }

  /** Adds to the one counter there is. */
  @Override
  public synchronized UpdateItemResponse updateItem(UpdateItemRequest request) {
    counter += Long.parseLong(request.expressionAttributeValues().get(":by").n());
    counted++;
    AttributeValue after = AttributeValue.fromN(Long.toString(counter));
    return UpdateItemResponse.builder().attributes(Map.of("n", after)).build();
  }

  @Override
  public GetItemResponse getItem(GetItemRequest request) {
    return GetItemResponse.builder().item(kept).build();
  }

  @Override
  public BatchGetItemResponse batchGetItem(BatchGetItemRequest request) {
    batchReads.add(request);
    return batchAnswers.size() > 1
        ? batchAnswers.remove().apply(request)
        : batchAnswers.element().apply(request);
  }

  @Override
  public QueryResponse query(QueryRequest request) {
    queries.add(request);
    return pages.size() > 1 ? pages.remove() : pages.element();
  }

  @Override
  public String serviceName() {
    return SERVICE_NAME;
  }

  @Override
  public void close() {}
}
