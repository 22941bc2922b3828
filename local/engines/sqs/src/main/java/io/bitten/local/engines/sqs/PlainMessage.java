package io.bitten.local.engines.sqs;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.elasticmq.DeduplicationId;
import org.elasticmq.ImmediateNextDelivery$;
import org.elasticmq.MessageContent;
import org.elasticmq.NewMessageData;
import scala.Option;
import scala.collection.immutable.Map$;

/** A message to be sent with nothing but its text and, in a FIFO queue, its two names. */
final class PlainMessage {
  static final String BODY = "MessageBody";

  /** The most that ElasticMQ takes, of one message and of a batch. */
  static final int MOST_CHARACTERS = 262_144;

  private static final String GROUP = "MessageGroupId";
  private static final String ONCE = "MessageDeduplicationId";
  private static final Set<String> MEMBERS = Set.of(Answers.URL, Answers.ID, BODY, GROUP, ONCE);
  private static final int LONGEST_NAME = 128;

  private PlainMessage() {}

  /**
   * The message of a request, or of an entry of a batch.
   *
   * @param index in its batch
   * @return empty where it has anything else, or something that SQS might refuse
   */
  static Optional<NewMessageData> of(
      QueueActors.Queue queue, Map<String, Object> request, int index) {
    if (!MEMBERS.containsAll(request.keySet())
        || !(request.get(BODY) instanceof String body)
        || !isText(body)) {
      return Optional.empty();
    }
    if (!queue.fifo()) {
      boolean unnamed = !request.containsKey(GROUP) && !request.containsKey(ONCE);
      return unnamed
          ? Optional.of(message(body, Option.empty(), Option.empty(), index))
          : Optional.empty();
    }
    return once(queue, request, body)
        .filter(it -> isName(request.get(GROUP)))
        .map(
            it ->
                message(
                    body,
                    Option.apply((String) request.get(GROUP)),
                    Option.apply(new DeduplicationId(it)),
                    index));
  }

  private static Optional<String> once(
      QueueActors.Queue queue, Map<String, Object> request, String body) {
    if (request.containsKey(ONCE)) {
      return Optional.of(request.get(ONCE)).filter(PlainMessage::isName).map(String.class::cast);
    }
    return queue.byContent() ? Optional.of(Digests.sha256(body)) : Optional.empty();
  }

  private static NewMessageData message(
      String body, Option<String> group, Option<DeduplicationId> once, int index) {
    return new NewMessageData(
        Option.empty(),
        new MessageContent(body),
        Map$.MODULE$.empty(),
        ImmediateNextDelivery$.MODULE$,
        group,
        once,
        index,
        Option.empty(),
        Option.empty(),
        Option.empty());
  }

  private static boolean isText(String body) {
    return !body.isEmpty()
        && body.length() <= MOST_CHARACTERS
        && body.codePoints().allMatch(PlainMessage::isAllowed);
  }

  /** What XML may carry, which SQS asks for in both its protocols. */
  private static boolean isAllowed(int character) {
    return character == '\t'
        || character == '\n'
        || character == '\r'
        || character >= ' ' && character <= 0xD7FF
        || character >= 0xE000 && character <= 0xFFFD
        || character >= 0x10000;
  }

  private static boolean isName(Object value) {
    return value instanceof String name
        && !name.isEmpty()
        && name.length() <= LONGEST_NAME
        && name.chars().allMatch(it -> it > ' ' && it <= '~');
  }
}
