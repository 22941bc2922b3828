package io.bitten.adapters.dynamodb;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.KeysAndAttributes;

/** Reads many items of one or more tables by key, consistently. */
final class BatchRead {
  /** DynamoDB's limit of one request. */
  private static final int MOST_KEYS = 100;

  private static final int ROUNDS = 6;
  private static final Duration FIRST_PAUSE = Duration.ofMillis(20);

  private final DynamoDbClient client;

  BatchRead(DynamoDbClient client) {
    this.client = client;
  }

  /** The items that exist, by where they lie. */
  Map<Place, Item> at(Collection<Place> places) {
    List<Place> wanted = List.copyOf(new LinkedHashSet<>(places));
    Map<Place, Item> found = new HashMap<>();
    for (int from = 0; from < wanted.size(); from += MOST_KEYS) {
      read(wanted.subList(from, Math.min(from + MOST_KEYS, wanted.size())), found);
    }
    return Map.copyOf(found);
  }

  private void read(List<Place> places, Map<Place, Item> found) {
    Map<String, KeysAndAttributes> missing =
        places.stream()
            .collect(
                Collectors.groupingBy(
                    Place::table,
                    Collectors.collectingAndThen(Collectors.toList(), BatchRead::keys)));
    for (int round = 0; round < ROUNDS && !missing.isEmpty(); round++) {
      pause(round);
      Map<String, KeysAndAttributes> asked = missing;
      BatchGetItemResponse answer = client.batchGetItem(get -> get.requestItems(asked));
      answer
          .responses()
          .forEach(
              (table, items) ->
                  items.stream()
                      .map(Item::new)
                      .forEach(item -> found.put(new Place(table, item.key()), item)));
      missing = answer.unprocessedKeys();
    }
    if (!missing.isEmpty()) {
      throw new IllegalStateException(
          String.join(", ", missing.keySet()) + " left keys unprocessed in " + ROUNDS + " rounds");
    }
  }

  private static KeysAndAttributes keys(List<Place> places) {
    return KeysAndAttributes.builder()
        .keys(places.stream().map(Place::key).toList())
        .consistentRead(true)
        .build();
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
