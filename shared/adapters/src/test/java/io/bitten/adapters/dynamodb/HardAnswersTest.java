package io.bitten.adapters.dynamodb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bitten.core.Contention;
import io.bitten.core.Some;
import io.bitten.core.Versioned;
import io.bitten.core.Written;
import io.bitten.core.order.Orders.Placed;
import io.bitten.core.signal.LedgerEntry;
import io.bitten.core.signal.LedgerHead;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.KeysAndAttributes;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

/** What the service may answer and the embedded engine never does. */
final class HardAnswersTest {
  private final FakeDynamo dynamo = new FakeDynamo();
  private final Table table = new Table(dynamo, "orders");
  private final DynamoStores stores =
      DynamoStores.on(
          dynamo, new Tables("users", "signals", "orders", "inbox"), InstantSource.fixed(Some.NOW));

  @ParameterizedTest
  @CsvSource({
    "ConditionalCheckFailed, None,                   None,                   ALREADY",
    "ConditionalCheckFailed, ConditionalCheckFailed, ConditionalCheckFailed, ALREADY",
    "None,                   None,                   ConditionalCheckFailed, STALE",
    "None,                   None,                   TransactionConflict,    STALE",
    "TransactionConflict,    None,                   None,                   STALE",
    "TransactionConflict,    None,                   ConditionalCheckFailed, STALE",
  })
  void why_placing_was_cancelled_decides_the_answer(
      String order, String line, String book, Placed answer) {
    dynamo.cancelFor(order, line, book);

    assertThat(place()).isEqualTo(answer);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ThrottlingError",
        "ProvisionedThroughputExceeded",
        "ItemCollectionSizeLimitExceeded",
        "ValidationError"
      })
  void a_cancellation_for_anything_else_is_thrown_for_the_queue_to_retry(String code) {
    dynamo.cancelFor("None", "None", code);

    assertThatThrownBy(this::place).isInstanceOf(TransactionCanceledException.class);
  }

  @Test
  void a_conflict_on_the_ledger_is_stale() {
    dynamo.cancelFor("TransactionConflict", "None", "None", "None", "None", "None");

    assertThat(stores.ledger().append(Some.signal(), LedgerEntry.after(LedgerHead.empty(), "{}")))
        .isEqualTo(Written.STALE);
  }

  @Test
  void keys_left_unprocessed_are_asked_for_again_and_keep_their_order() {
    dynamo.answerBatch(HardAnswersTest::onlyTheLast);
    dynamo.answerBatch(HardAnswersTest::everything);

    assertThat(table.all(keys(3))).isEqualTo(keys(3));
    assertThat(dynamo.batchReads).hasSize(2);
    assertThat(asked(dynamo.batchReads.get(1))).hasSize(2);
  }

  @Test
  void keys_that_stay_unprocessed_are_an_error_and_never_a_shorter_list() {
    dynamo.answerBatch(HardAnswersTest::nothing);

    assertThatThrownBy(() -> table.all(keys(3)))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("orders left keys unprocessed in 6 rounds");
  }

  @Test
  void two_hundred_and_fifty_keys_are_read_in_three_calls() {
    dynamo.answerBatch(HardAnswersTest::everything);

    assertThat(table.all(keys(250))).isEqualTo(keys(250));
    assertThat(dynamo.batchReads.stream().map(read -> asked(read).size()))
        .containsExactly(100, 100, 50);
  }

  @Test
  void a_query_follows_its_pages_until_it_has_enough() {
    dynamo.answerPage(page(2, Item.at("p", "1").key()));
    dynamo.answerPage(page(0, Item.at("p", "1").key()));
    dynamo.answerPage(page(2, Map.of()));

    assertThat(table.query(Range.after("p", ""), 10)).hasSize(4);
    assertThat(dynamo.queries.stream().map(one -> one.limit())).containsExactly(10, 8, 8);
    assertThat(dynamo.queries).allMatch(one -> one.consistentRead());
  }

  @Test
  void a_query_without_end_is_an_error() {
    dynamo.answerPage(page(0, Item.at("p", "1").key()));

    assertThatThrownBy(() -> table.query(Range.after("p", ""), 10))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("more than 50 pages");
  }

  @Test
  void an_order_that_is_just_being_placed_is_neither_forbidden_nor_placed() {
    dynamo.conflict();

    assertThatThrownBy(() -> stores.orders().forbid(Some.ORDER))
        .isInstanceOf(Contention.class)
        .hasMessageContaining("is just being placed");
  }

  private Placed place() {
    return stores.orders().place(Some.order(), Versioned.fresh(Some.riskBook()));
  }

  private static List<Item> keys(int count) {
    return IntStream.range(0, count).mapToObj(n -> Item.at("p" + n, "s")).toList();
  }

  private static List<Map<String, AttributeValue>> asked(BatchGetItemRequest request) {
    return request.requestItems().get("orders").keys();
  }

  private static BatchGetItemResponse everything(BatchGetItemRequest request) {
    return BatchGetItemResponse.builder()
        .responses(Map.of("orders", asked(request).reversed()))
        .build();
  }

  private static BatchGetItemResponse onlyTheLast(BatchGetItemRequest request) {
    List<Map<String, AttributeValue>> keys = asked(request);
    return BatchGetItemResponse.builder()
        .responses(Map.of("orders", List.of(keys.getLast())))
        .unprocessedKeys(unprocessed(keys.subList(0, keys.size() - 1)))
        .build();
  }

  private static BatchGetItemResponse nothing(BatchGetItemRequest request) {
    return BatchGetItemResponse.builder().unprocessedKeys(unprocessed(asked(request))).build();
  }

  private static Map<String, KeysAndAttributes> unprocessed(
      List<Map<String, AttributeValue>> keys) {
    return Map.of("orders", KeysAndAttributes.builder().keys(keys).build());
  }

  private static QueryResponse page(int items, Map<String, AttributeValue> last) {
    QueryResponse.Builder page =
        QueryResponse.builder().items(keys(items).stream().map(Item::attributes).toList());
    return last.isEmpty() ? page.build() : page.lastEvaluatedKey(last).build();
  }
}
