package io.bitten.local.engines.sqs;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.apache.pekko.actor.ActorRef;
import org.elasticmq.MessageData;
import org.elasticmq.NewMessageData;
import org.elasticmq.msg.ReceiveMessages;
import org.elasticmq.msg.SendMessage;
import scala.collection.immutable.Seq;
import scala.jdk.javaapi.CollectionConverters;

/**
 * ElasticMQ's queues, asked without its HTTP. They stand in the engine's class loader and are asked
 * from another, so only the JDK's types pass: an action of SQS by its name and the members of its
 * request, and the members of the answer.
 *
 * <p>It answers the plain request that goes well. For every other one, one with an error too, it
 * has no answer and has done nothing: ElasticMQ's own HTTP knows what to say.
 */
final class NearQueues {
  private final QueueActors queues;
  private final Receipts receipts;

  /**
   * @param manager ElasticMQ's own, which knows the queues
   */
  NearQueues(ActorRef manager) {
    this.queues = new QueueActors(manager);
    this.receipts = new Receipts(queues);
  }

  /**
   * Does one action.
   *
   * @param action as SQS names it, such as {@code SendMessage}
   * @param request its members: texts, numbers, lists and maps
   * @return the answer's members; empty where this is not a plain request that goes well
   */
  CompletableFuture<Optional<Map<String, Object>>> apply(
      String action, Map<String, Object> request) {
    if (!(request.get(Answers.URL) instanceof String url)) {
      return Answers.none();
    }
    return queues
        .find(url.substring(url.lastIndexOf('/') + 1))
        .thenCompose(found -> found.map(it -> on(it, action, request)).orElseGet(Answers::none));
  }

  private CompletableFuture<Optional<Map<String, Object>>> on(
      QueueActors.Queue queue, String action, Map<String, Object> request) {
    return switch (action) {
      case "SendMessage" -> send(queue, request);
      case "SendMessageBatch" -> sendAll(queue, request);
      case "ReceiveMessage" -> receive(queue, request);
      case "DeleteMessage" -> receipts.delete(queue, request);
      case "DeleteMessageBatch" -> receipts.deleteAll(queue, request);
      case "ChangeMessageVisibility" -> receipts.hide(queue, request);
      default -> Answers.none();
    };
  }

  private CompletableFuture<Optional<Map<String, Object>>> send(
      QueueActors.Queue queue, Map<String, Object> request) {
    return PlainMessage.of(queue, request, 0)
        .map(message -> sent(queue, message).thenApply(Optional::of))
        .orElseGet(Answers::none);
  }

  private CompletableFuture<Optional<Map<String, Object>>> sendAll(
      QueueActors.Queue queue, Map<String, Object> request) {
    List<Map<String, Object>> entries = Answers.entries(request);
    List<NewMessageData> messages = new ArrayList<>();
    int characters = 0;
    for (Map<String, Object> entry : entries) {
      Optional<NewMessageData> message = PlainMessage.of(queue, entry, messages.size());
      message.ifPresent(messages::add);
      characters += message.map(it -> it.content().value().length()).orElse(0);
    }
    if (entries.isEmpty()
        || messages.size() < entries.size()
        || characters > PlainMessage.MOST_CHARACTERS) {
      return Answers.none();
    }
    List<CompletableFuture<Map<String, Object>>> answers = new ArrayList<>();
    for (NewMessageData message : messages) {
      Object id = entries.get(answers.size()).get(Answers.ID);
      answers.add(sent(queue, message).thenApply(told -> Told.as(id, told)));
    }
    return Answers.batch(answers);
  }

  private CompletableFuture<Map<String, Object>> sent(
      QueueActors.Queue queue, NewMessageData message) {
    return queues
        .<MessageData>ask(queue, new SendMessage(message))
        .thenApply(stored -> Told.sent(stored, message.content().value()));
  }

  private CompletableFuture<Optional<Map<String, Object>>> receive(
      QueueActors.Queue queue, Map<String, Object> request) {
    return PlainReceive.of(queue, request)
        .map(asked -> received(queue, asked, PlainReceive.wantsAll(request)))
        .orElseGet(Answers::none);
  }

  private CompletableFuture<Optional<Map<String, Object>>> received(
      QueueActors.Queue queue, ReceiveMessages asked, boolean all) {
    return queues
        .<Seq<MessageData>>ask(queue, asked)
        .thenApply(
            messages ->
                Optional.of(
                    Map.of(
                        "Messages",
                        CollectionConverters.asJava(messages).stream()
                            .map(it -> Told.received(it, all))
                            .toList())));
  }
}
