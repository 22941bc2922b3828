package io.bitten.local.engines.sqs;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.elasticmq.DeliveryReceipt;
import org.elasticmq.InvalidReceiptHandle;
import org.elasticmq.MillisVisibilityTimeout;
import org.elasticmq.msg.DeleteMessage;
import org.elasticmq.msg.UpdateVisibilityTimeout;
import scala.runtime.BoxedUnit;
import scala.util.Either;

/** What is done with messages that were received, by their receipts. */
final class Receipts {
  private static final String RECEIPT = "ReceiptHandle";
  private static final String VISIBILITY = "VisibilityTimeout";
  private static final int LONGEST_HIDDEN_SECONDS = 43_200;

  private final QueueActors queues;

  Receipts(QueueActors queues) {
    this.queues = queues;
  }

  CompletableFuture<Optional<Map<String, Object>>> delete(
      QueueActors.Queue queue, Map<String, Object> request) {
    if (!Set.of(Answers.URL, RECEIPT).containsAll(request.keySet())
        || !(request.get(RECEIPT) instanceof String receipt)) {
      return Answers.none();
    }
    return deleted(queue, receipt).thenApply(Receipts::wellOrNotAtAll);
  }

  /** Some of a batch's entries may be done and others not. */
  CompletableFuture<Optional<Map<String, Object>>> deleteAll(
      QueueActors.Queue queue, Map<String, Object> request) {
    List<Map<String, Object>> entries = Answers.entries(request);
    boolean plain =
        !entries.isEmpty() && entries.stream().allMatch(it -> it.get(RECEIPT) instanceof String);
    return plain
        ? Answers.batch(entries.stream().map(it -> deleted(queue, it)).toList())
        : Answers.none();
  }

  private CompletableFuture<Map<String, Object>> deleted(
      QueueActors.Queue queue, Map<String, Object> entry) {
    Object id = entry.get(Answers.ID);
    return deleted(queue, (String) entry.get(RECEIPT))
        .thenApply(
            done ->
                done.fold(
                    refused -> Answers.failed(id, refused.message()), _ -> Map.of(Answers.ID, id)));
  }

  private CompletableFuture<Either<InvalidReceiptHandle, BoxedUnit>> deleted(
      QueueActors.Queue queue, String receipt) {
    return queues.ask(queue, new DeleteMessage(new DeliveryReceipt(receipt)));
  }

  /** Hides a message for longer, or shows it again. */
  CompletableFuture<Optional<Map<String, Object>>> hide(
      QueueActors.Queue queue, Map<String, Object> request) {
    if (!Set.of(Answers.URL, RECEIPT, VISIBILITY).containsAll(request.keySet())
        || !(request.get(RECEIPT) instanceof String receipt)
        || !(request.get(VISIBILITY) instanceof Integer seconds)
        || !isHiding(seconds)) {
      return Answers.none();
    }
    UpdateVisibilityTimeout update =
        new UpdateVisibilityTimeout(
            new DeliveryReceipt(receipt), MillisVisibilityTimeout.fromSeconds(seconds));
    return queues
        .<Either<InvalidReceiptHandle, BoxedUnit>>ask(queue, update)
        .thenApply(Receipts::wellOrNotAtAll);
  }

  static boolean isHiding(int seconds) {
    return seconds >= 0 && seconds <= LONGEST_HIDDEN_SECONDS;
  }

  private static Optional<Map<String, Object>> wellOrNotAtAll(
      Either<InvalidReceiptHandle, BoxedUnit> done) {
    return done.isRight() ? Optional.of(Map.of()) : Optional.empty();
  }
}
