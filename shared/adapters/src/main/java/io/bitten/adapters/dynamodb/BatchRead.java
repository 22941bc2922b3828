package io.bitten.adapters.dynamodb;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.KeysAndAttributes;

/** Reads many items of one table by key, consistently, in the order of the keys. */
final class BatchRead {
  /** DynamoDB's limit of one request. */
  private static final int MOST_KEYS = 100;

  private static final int ROUNDS = 6;
  private static final Duration FIRST_PAUSE = Duration.ofMillis(20);

  private final Table table;

  BatchRead(Table table) {
    this.table = table;
  }

  /** The items that exist, in the order of their keys. */
  List<Item> all(List<Item> keys) {
    List<Item> found = new ArrayList<>();
    for (int from = 0; from < keys.size(); from += MOST_KEYS) {
      found.addAll(some(keys.subList(from, Math.min(from + MOST_KEYS, keys.size()))));
    }
    return List.copyOf(found);
  }

  private List<Item> some(List<Item> keys) {
    Map<Map<String, AttributeValue>, Item> byKey = new HashMap<>();
    Map<String, KeysAndAttributes> missing =
        Map.of(
            table.name(),
            KeysAndAttributes.builder()
                .keys(keys.stream().map(Item::key).distinct().toList())
                .consistentRead(true)
                .build());
    for (int round = 0; round < ROUNDS && !missing.isEmpty(); round++) {
      pause(round);
      Map<String, KeysAndAttributes> wanted = missing;
      BatchGetItemResponse answer = table.client().batchGetItem(get -> get.requestItems(wanted));
      answer
          .responses()
          .getOrDefault(table.name(), List.of())
          .forEach(one -> byKey.put(new Item(one).key(), new Item(one)));
      missing = answer.unprocessedKeys();
    }
    if (!missing.isEmpty()) {
      throw new IllegalStateException(
          table.name() + " left keys unprocessed in " + ROUNDS + " rounds");
    }
    return keys.stream().map(Item::key).filter(byKey::containsKey).map(byKey::get).toList();
  }

  private static void pause(int round) {
    if (round == 0) {
      return;
    }
    try {
      TimeUnit.MILLISECONDS.sleep(FIRST_PAUSE.toMillis() << round);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted between two rounds of a batch read", e);
    }
  }
}
