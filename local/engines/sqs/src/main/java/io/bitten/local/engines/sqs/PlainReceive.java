package io.bitten.local.engines.sqs;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.elasticmq.DefaultVisibilityTimeout$;
import org.elasticmq.MillisVisibilityTimeout;
import org.elasticmq.VisibilityTimeout;
import org.elasticmq.msg.ReceiveMessages;
import scala.Option;

/** What is there now is to be received, with everything that is known of it or with nothing. */
final class PlainReceive {
  private static final String MOST = "MaxNumberOfMessages";
  private static final String WAIT = "WaitTimeSeconds";
  private static final String HIDDEN = "VisibilityTimeout";
  private static final String ATTEMPT = "ReceiveRequestAttemptId";
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9-]{1,128}");
  private static final Set<String> KNOWN =
      Set.of("AttributeNames", "MessageSystemAttributeNames", "MessageAttributeNames");
  private static final Set<String> MEMBERS = Set.of(Answers.URL, MOST, WAIT, HIDDEN, ATTEMPT);
  private static final int MOST_AT_ONCE = 10;

  private PlainReceive() {}

  /** Empty where the request waits for messages, or asks for more than that or for nonsense. */
  static Optional<ReceiveMessages> of(QueueActors.Queue queue, Map<String, Object> request) {
    boolean plain =
        request.entrySet().stream()
            .allMatch(
                it ->
                    KNOWN.contains(it.getKey())
                        ? it.getValue().equals(List.of("All"))
                        : MEMBERS.contains(it.getKey()));
    return plain
            && request.getOrDefault(WAIT, 0).equals(0)
            && request.getOrDefault(MOST, 1) instanceof Integer most
            && most >= 1
            && most <= MOST_AT_ONCE
            && isNamed(queue, request)
        ? hidden(request)
            .map(
                it ->
                    new ReceiveMessages(
                        it, most, Option.empty(), Option.apply((String) request.get(ATTEMPT))))
        : Optional.empty();
  }

  /** Not at all, or as a FIFO queue's receive may be. */
  private static boolean isNamed(QueueActors.Queue queue, Map<String, Object> request) {
    return !request.containsKey(ATTEMPT)
        || queue.fifo()
            && request.get(ATTEMPT) instanceof String name
            && NAME.matcher(name).matches();
  }

  private static Optional<VisibilityTimeout> hidden(Map<String, Object> request) {
    if (!request.containsKey(HIDDEN)) {
      return Optional.of(DefaultVisibilityTimeout$.MODULE$);
    }
    return request.get(HIDDEN) instanceof Integer seconds && Receipts.isHiding(seconds)
        ? Optional.of(MillisVisibilityTimeout.fromSeconds(seconds))
        : Optional.empty();
  }

  /** Whether what the queue knows of a message is asked for. */
  static boolean wantsAll(Map<String, Object> request) {
    return request.containsKey("AttributeNames")
        || request.containsKey("MessageSystemAttributeNames");
  }
}
