package io.bitten.adapters.dynamodb;

import java.util.List;
import java.util.Set;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

/** Writes that happen all or not at all. */
final class Transaction {
  /** What became of it. */
  sealed interface Outcome {
    record Done() implements Outcome {}

    /**
     * Nothing was written.
     *
     * @param failed for each write in order, whether its own condition did not hold
     */
    record Refused(List<Boolean> failed) implements Outcome {}
  }

  private static final String FAILED = "ConditionalCheckFailed";

  /** Our own part held, did not hold, or somebody else was writing the same item. */
  private static final Set<String> DECIDED = Set.of("None", FAILED, "TransactionConflict");

  private Transaction() {}

  /**
   * A lost answer is repeated by the SDK under the same request token, so it happens once. A
   * cancellation for anything but a condition or another writer is thrown through.
   */
  static Outcome run(DynamoDbClient client, List<TransactWriteItem> writes) {
    try {
      client.transactWriteItems(transaction -> transaction.transactItems(writes));
      return new Outcome.Done();
    } catch (TransactionCanceledException e) {
      if (!e.hasCancellationReasons()
          || !e.cancellationReasons().stream().allMatch(Transaction::decided)) {
        throw e;
      }
      return new Outcome.Refused(
          e.cancellationReasons().stream().map(one -> FAILED.equals(one.code())).toList());
    }
  }

  private static boolean decided(CancellationReason reason) {
    return DECIDED.contains(String.valueOf(reason.code()));
  }
}
