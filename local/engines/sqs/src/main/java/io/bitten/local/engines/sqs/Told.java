package io.bitten.local.engines.sqs;

import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.Map;
import org.elasticmq.BinaryMessageAttribute;
import org.elasticmq.MessageAttribute;
import org.elasticmq.MessageData;
import org.elasticmq.NumberMessageAttribute;
import org.elasticmq.OnDateTimeReceived;
import org.elasticmq.StringMessageAttribute;
import org.elasticmq.rest.sqs.MD5Util$;
import scala.Option;
import scala.jdk.javaapi.CollectionConverters;
import scala.jdk.javaapi.OptionConverters;

/** What is told of a message, in the members of SQS's JSON. */
final class Told {
  private static final String SEQUENCE = "SequenceNumber";
  private static final String ARN = "arn:aws:sqs:us-east-1:000000000000:";

  private Told() {}

  /** Of a message that was sent. */
  static Map<String, Object> sent(MessageData stored, String body) {
    Map<String, Object> told = new HashMap<>();
    told.put("MessageId", stored.id().id());
    told.put("MD5OfMessageBody", Digests.md5(body));
    put(told, SEQUENCE, stored.sequenceNumber());
    return told;
  }

  /** The same, as of an entry of a batch, where ElasticMQ leaves the sequence number out. */
  static Map<String, Object> as(Object id, Map<String, Object> told) {
    Map<String, Object> entry = new HashMap<>(told);
    entry.remove(SEQUENCE);
    entry.put(Answers.ID, id);
    return entry;
  }

  /**
   * Of a message that was received.
   *
   * @param all with what the queue knows of it
   */
  static Map<String, Object> received(MessageData message, boolean all) {
    String body = message.content().value();
    Map<String, Object> told = new HashMap<>();
    told.put("MessageId", message.id().id());
    told.put("ReceiptHandle", message.deliveryReceipt().get().receipt());
    told.put("MD5OfBody", Digests.md5(body));
    told.put("Body", body);
    if (all) {
      told.put("Attributes", known(message));
    }
    if (!message.messageAttributes().isEmpty()) {
      Map<String, Object> attributes = new HashMap<>();
      CollectionConverters.asJava(message.messageAttributes())
          .forEach((name, value) -> attributes.put(name, attribute(value)));
      told.put("MessageAttributes", attributes);
      told.put(
          "MD5OfMessageAttributes",
          MD5Util$.MODULE$.md5AttributeDigest(message.messageAttributes()));
    }
    return told;
  }

  private static Map<String, Object> known(MessageData message) {
    Map<String, Object> known = new HashMap<>();
    known.put("SenderId", "127.0.0.1");
    known.put("SentTimestamp", millis(message.created()));
    known.put(
        "ApproximateReceiveCount", String.valueOf(message.statistics().approximateReceiveCount()));
    known.put(
        "ApproximateFirstReceiveTimestamp",
        message.statistics().approximateFirstReceive() instanceof OnDateTimeReceived received
            ? millis(received.when())
            : "0");
    put(known, "MessageGroupId", message.messageGroupId());
    put(known, "MessageDeduplicationId", message.messageDeduplicationId().map(it -> it.id()));
    put(known, SEQUENCE, message.sequenceNumber());
    put(known, "AWSTraceHeader", message.tracingId().map(it -> it.id()));
    put(known, "DeadLetterQueueSourceArn", message.deadLetterSourceQueueName().map(ARN::concat));
    return known;
  }

  private static Map<String, Object> attribute(MessageAttribute value) {
    String type = value.getDataType();
    return switch (value) {
      case StringMessageAttribute text ->
          Map.of("DataType", type, "StringValue", text.stringValue());
      case NumberMessageAttribute number ->
          Map.of("DataType", type, "StringValue", number.stringValue());
      case BinaryMessageAttribute binary ->
          Map.of("DataType", type, "BinaryValue", binary.asBase64());
      default -> throw new IllegalStateException("a message attribute of type " + type);
    };
  }

  private static String millis(OffsetDateTime time) {
    return String.valueOf(time.toInstant().toEpochMilli());
  }

  private static void put(Map<String, Object> told, String name, Option<String> value) {
    OptionConverters.toJava(value).ifPresent(it -> told.put(name, it));
  }
}
