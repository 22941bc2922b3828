package io.bitten.local.engines.sqs;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;

/** Requests and answers of SQS by their members. */
final class Answers {
  static final String URL = "QueueUrl";
  static final String ID = "Id";

  private static final String FAULT = "SenderFault";
  private static final int MOST_IN_BATCH = 10;

  private Answers() {}

  /** Nothing was done; ElasticMQ's HTTP is to be asked. */
  static CompletableFuture<Optional<Map<String, Object>>> none() {
    return CompletableFuture.completedFuture(Optional.empty());
  }

  /** A batch's entries, each with an id of its own; none where that is not so. */
  static List<Map<String, Object>> entries(Map<String, Object> request) {
    if (!(request.get("Entries") instanceof List<?> list) || list.size() > MOST_IN_BATCH) {
      return List.of();
    }
    List<Map<String, Object>> entries = list.stream().map(Answers::members).toList();
    long ids =
        entries.stream()
            .filter(it -> it.get(ID) instanceof String)
            .map(it -> it.get(ID))
            .distinct()
            .count();
    return ids == list.size() ? entries : List.of();
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> members(Object entry) {
    return entry instanceof Map<?, ?> map ? (Map<String, Object>) map : Map.of();
  }

  /** A batch's answer, once every entry has its own. */
  static CompletableFuture<Optional<Map<String, Object>>> batch(
      List<CompletableFuture<Map<String, Object>>> entries) {
    return CompletableFuture.allOf(entries.toArray(CompletableFuture[]::new))
        .thenApply(
            _ -> {
              Map<Boolean, List<Map<String, Object>>> told =
                  entries.stream()
                      .map(CompletableFuture::join)
                      .collect(Collectors.partitioningBy(it -> it.containsKey(FAULT)));
              return Optional.of(
                  told.get(true).isEmpty()
                      ? Map.of("Successful", told.get(false))
                      : Map.of("Successful", told.get(false), "Failed", told.get(true)));
            });
  }

  /** An entry that was not done. */
  static Map<String, Object> failed(Object id, String why) {
    return Map.of(ID, id, "Code", "ReceiptHandleIsInvalid", "Message", why, FAULT, true);
  }
}
