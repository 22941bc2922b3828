package io.bitten.functions;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.bitten.adapters.json.Fields;
import io.bitten.core.Contention;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/**
 * Hands each message of an SQS batch to a step and reports the failed ones back
 * (ReportBatchItemFailures). In a FIFO batch, what follows a failure in the same group goes back
 * unread, so the order holds; other groups go on.
 */
public final class SqsBatch {
  private static final Logger LOG = LoggerFactory.getLogger(SqsBatch.class);

  /** Lambda's own limit is 6 MB, for all messages of a batch together. */
  private static final int MOST_BYTES = 8 << 20;

  private static final int MOST = 10_000;
  private static final int LONGEST_BODY = 1 << 20;
  private static final int LONGEST_NAME = 2_048;

  private SqsBatch() {}

  public static void each(InputStream in, OutputStream out, Consumer<SqsMessage> step)
      throws IOException {
    Set<String> stopped = new HashSet<>();
    run(
        in,
        out,
        message -> {
          boolean done = !stopped.contains(message.group()) && done(message, step);
          if (!done && !message.group().isEmpty()) {
            stopped.add(message.group());
          }
          return done;
        });
  }

  /** Each message by itself, for a step that takes a late one as well as one in order. */
  public static void apart(InputStream in, OutputStream out, Consumer<SqsMessage> step)
      throws IOException {
    run(in, out, message -> done(message, step));
  }

  private static void run(InputStream in, OutputStream out, Predicate<SqsMessage> done)
      throws IOException {
    ObjectNode reply = JsonNodeFactory.instance.objectNode();
    ArrayNode failures = reply.putArray("batchItemFailures");
    for (SqsMessage message : read(in)) {
      if (!done.test(message)) {
        failures.addObject().put("itemIdentifier", message.id());
      }
    }
    out.write(reply.toString().getBytes(StandardCharsets.UTF_8));
  }

  private static boolean done(SqsMessage message, Consumer<SqsMessage> step) {
    MDC.put(Payload.FOLLOWED, message.id());
    try {
      step.accept(message);
      return true;
    } catch (GoesBack | Contention e) {
      LOG.info("message {} goes back: {}", message.id(), e.getMessage());
      return false;
    } catch (RuntimeException e) {
      // The queue brings it again, and after five times keeps it with the dead letters.
      LOG.error("message {} failed, brought {} times", message.id(), message.receives(), e);
      // Lambda calls a run whose step failed a success.
      Measures.count("failed_steps", "queue", message.queue());
      return false;
    } finally {
      // Not a resource of the try: that would be gone before what failed is logged.
      MDC.remove(Payload.FOLLOWED);
    }
  }

  private static List<SqsMessage> read(InputStream in) throws IOException {
    return Fields.of(in.readNBytes(MOST_BYTES + 1), MOST_BYTES).objects("Records", MOST).stream()
        .map(SqsBatch::message)
        .toList();
  }

  private static SqsMessage message(Fields record) {
    Optional<Fields> attributes = record.maybeObject("attributes");
    return new SqsMessage(
        record.text("messageId", LONGEST_NAME),
        record.text("body", LONGEST_BODY),
        record.maybeText("eventSourceARN", LONGEST_NAME).orElse("unknown").replaceFirst("^.*:", ""),
        attributes.flatMap(a -> a.maybeText("MessageGroupId", LONGEST_NAME)).orElse(""),
        record.maybeText("receiptHandle", LONGEST_NAME).orElse(""),
        attributes
            .flatMap(a -> a.maybeText("ApproximateReceiveCount", LONGEST_NAME))
            .filter(count -> count.matches("[0-9]{1,6}"))
            .map(Integer::parseInt)
            .orElse(1));
  }
}
