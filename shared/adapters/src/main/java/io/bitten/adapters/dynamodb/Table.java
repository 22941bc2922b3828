package io.bitten.adapters.dynamodb;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.Put;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;
import software.amazon.awssdk.services.dynamodb.model.ReturnValue;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactionConflictException;

/**
 * One table in the few ways we use one. Reads are strongly consistent. A timeout, a throttle or a
 * fault of the service is thrown through as the SDK throws it.
 */
record Table(DynamoDbClient client, String name) {
  /** Most answers one query may take; each holds up to 1 MB. */
  private static final int MAX_PAGES = 50;

  Optional<Item> get(String pk, String sk) {
    Map<String, AttributeValue> found =
        client
            .getItem(get -> get.tableName(name).key(Item.at(pk, sk).key()).consistentRead(true))
            .item();
    return found.isEmpty() ? Optional.empty() : Optional.of(new Item(found));
  }

  Place place(String pk, String sk) {
    return new Place(name, Item.at(pk, sk).key());
  }

  /** The items with these keys that exist, in the keys' order. */
  List<Item> all(List<Item> keys) {
    List<Place> places = keys.stream().map(key -> new Place(name, key.key())).toList();
    Map<Place, Item> found = new BatchRead(client).at(places);
    return places.stream().filter(found::containsKey).map(found::get).toList();
  }

  void put(Item item) {
    client.putItem(put -> put.tableName(name).item(item.attributes()));
  }

  /** Whether the condition held and the item is stored. */
  boolean putIf(Item item, Condition condition) {
    try {
      client.putItem(request(item, condition).build());
      return true;
    } catch (ConditionalCheckFailedException | TransactionConflictException e) {
      return false;
    }
  }

  /**
   * The same, for an item whose condition does not hold any more once it is stored. The SDK repeats
   * a put whose answer was lost; a name of its own tells what an earlier try of this call stored
   * from what another writer did, were it the same to the letter.
   */
  boolean putOnce(Item item, Condition condition) {
    String write = UUID.randomUUID().toString();
    Item named = item.with(Item.WRITE, write);
    try {
      client.putItem(
          request(named, condition)
              .returnValuesOnConditionCheckFailure(ReturnValuesOnConditionCheckFailure.ALL_OLD)
              .build());
      return true;
    } catch (ConditionalCheckFailedException e) {
      return new Item(e.item()).writtenBy(write);
    } catch (TransactionConflictException e) {
      // Whether an earlier try was stored before the transaction came is not said.
      return get(item.text(Item.PK), item.text(Item.SK))
          .filter(it -> it.writtenBy(write))
          .isPresent();
    }
  }

  /** Deletes the item when the condition holds; an item that is not there is deleted already. */
  void deleteIf(Item key, Condition condition) {
    try {
      client.deleteItem(
          delete ->
              delete
                  .tableName(name)
                  .key(key.key())
                  .conditionExpression(condition.expression())
                  .expressionAttributeNames(condition.names())
                  .expressionAttributeValues(orNothing(condition.values())));
    } catch (ConditionalCheckFailedException e) {
      // What is there now is another than the one to be deleted, and stays.
      return;
    }
  }

  /** Adds to a counter, made at 0 when it is not there, and answers its new value. */
  long increment(String pk, String sk, String attribute, int by) {
    Map<String, AttributeValue> after =
        client
            .updateItem(
                update ->
                    update
                        .tableName(name)
                        .key(Item.at(pk, sk).key())
                        .updateExpression("ADD #a :by")
                        .expressionAttributeNames(Map.of("#a", attribute))
                        .expressionAttributeValues(
                            Map.of(":by", AttributeValue.fromN(Integer.toString(by))))
                        .returnValues(ReturnValue.UPDATED_NEW))
            .attributes();
    return Long.parseLong(after.get(attribute).n());
  }

  /** The first items of the range, at most {@code limit}. */
  List<Item> query(Range range, int limit) {
    List<Item> found = new ArrayList<>();
    Map<String, AttributeValue> start = Map.of();
    for (int page = 0; page < MAX_PAGES; page++) {
      QueryResponse answer = client.query(request(range, limit - found.size(), start));
      answer.items().forEach(item -> found.add(new Item(item)));
      start = answer.lastEvaluatedKey();
      if (found.size() >= limit || start.isEmpty()) {
        return List.copyOf(found);
      }
    }
    throw new IllegalStateException(
        "%s %s took more than %d pages".formatted(name, range.partition(), MAX_PAGES));
  }

  TransactWriteItem write(Item item, Condition condition) {
    return TransactWriteItem.builder()
        .put(
            Put.builder()
                .tableName(name)
                .item(item.attributes())
                .conditionExpression(condition.expression())
                .expressionAttributeNames(condition.names())
                .expressionAttributeValues(orNothing(condition.values()))
                .build())
        .build();
  }

  private PutItemRequest.Builder request(Item item, Condition condition) {
    return PutItemRequest.builder()
        .tableName(name)
        .item(item.attributes())
        .conditionExpression(condition.expression())
        .expressionAttributeNames(condition.names())
        .expressionAttributeValues(orNothing(condition.values()));
  }

  private QueryRequest request(Range range, int limit, Map<String, AttributeValue> start) {
    QueryRequest.Builder request =
        QueryRequest.builder()
            .tableName(name)
            .keyConditionExpression(range.expression())
            .expressionAttributeNames(range.names())
            .expressionAttributeValues(range.values())
            .scanIndexForward(range.order() == Range.Order.ASCENDING)
            .limit(limit);
    if (range.index().isEmpty()) {
      request.consistentRead(true);
    } else {
      request.indexName(range.index());
    }
    return start.isEmpty() ? request.build() : request.exclusiveStartKey(start).build();
  }

  /** DynamoDB refuses an empty map of values; the SDK leaves out a null one. */
  private static Map<String, AttributeValue> orNothing(Map<String, AttributeValue> values) {
    return values.isEmpty() ? null : values;
  }
}
