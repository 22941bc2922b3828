package io.bitten.local.engines.sqs;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.pekko.actor.ActorRef;
import org.apache.pekko.pattern.Patterns;
import org.elasticmq.QueueData;
import org.elasticmq.msg.GetQueueData;
import org.elasticmq.msg.LookupQueue;
import scala.Option;
import scala.jdk.javaapi.OptionConverters;

/** ElasticMQ's own actors: the one that knows the queues, and one a queue. */
final class QueueActors {
  /** As long as ElasticMQ's HTTP waits for them. */
  private static final Duration LONGEST = Duration.ofSeconds(21);

  private final ActorRef manager;
  private final Map<String, Queue> known = new ConcurrentHashMap<>();

  QueueActors(ActorRef manager) {
    this.manager = manager;
  }

  /**
   * One queue.
   *
   * @param byContent a message without a deduplication id gets one from its text
   */
  record Queue(String name, ActorRef actor, boolean fifo, boolean byContent) {}

  /** A queue by its name; one that was found once is looked up again when it does not answer. */
  CompletableFuture<Optional<Queue>> find(String name) {
    Queue found = known.get(name);
    return found == null ? look(name) : CompletableFuture.completedFuture(Optional.of(found));
  }

  private CompletableFuture<Optional<Queue>> look(String name) {
    CompletableFuture<Option<ActorRef>> actor =
        answer(Patterns.ask(manager, new LookupQueue(name), LONGEST));
    return actor.thenCompose(
        it -> OptionConverters.toJava(it).map(this::read).orElseGet(QueueActors::unknown));
  }

  private CompletableFuture<Optional<Queue>> read(ActorRef actor) {
    CompletableFuture<QueueData> data = answer(Patterns.ask(actor, new GetQueueData(), LONGEST));
    return data.thenApply(
        it -> {
          Queue queue = new Queue(it.name(), actor, it.isFifo(), it.hasContentBasedDeduplication());
          known.put(queue.name(), queue);
          return Optional.of(queue);
        });
  }

  private static CompletableFuture<Optional<Queue>> unknown() {
    return CompletableFuture.completedFuture(Optional.empty());
  }

  /** Asks a queue; what it is asked says what it answers. */
  <T> CompletableFuture<T> ask(Queue queue, Object asked) {
    CompletableFuture<T> answer = answer(Patterns.ask(queue.actor(), asked, LONGEST));
    return answer.whenComplete(
        (_, problem) -> {
          if (problem != null) {
            known.remove(queue.name(), queue);
          }
        });
  }

  @SuppressWarnings("unchecked")
  private static <T> CompletableFuture<T> answer(CompletionStage<Object> answer) {
    return (CompletableFuture<T>) answer.toCompletableFuture();
  }
}
