package io.bitten.local.engine;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.bitten.local.template.Queue;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Makes the template's queues, dead-letter queues first; what is there stays and is brought up to
 * date.
 */
final class QueueSetup {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final SqsWire sqs;

  QueueSetup(SqsWire sqs) {
    this.sqs = sqs;
  }

  void make(List<Queue> queues) {
    Set<String> there = there();
    queues.stream()
        .filter(it -> it.deadLetters() instanceof Queue.DeadLetters.None)
        .forEach(it -> make(it, there));
    queues.stream()
        .filter(it -> it.deadLetters() instanceof Queue.DeadLetters.To)
        .forEach(it -> make(it, there));
  }

  private Set<String> there() {
    Set<String> names = new HashSet<>();
    try {
      for (JsonNode url : sqs.call("ListQueues", JSON.createObjectNode()).path("QueueUrls")) {
        names.add(url.asText().substring(url.asText().lastIndexOf('/') + 1));
      }
    } catch (IOException e) {
      throw new EngineProblem("the queues cannot be listed: " + e.getMessage(), e);
    }
    return names;
  }

  private void make(Queue queue, Set<String> there) {
    ObjectNode attributes = JSON.createObjectNode();
    attributes.put("VisibilityTimeout", String.valueOf(queue.visibility().toSeconds()));
    attributes.put("DelaySeconds", String.valueOf(queue.delay().toSeconds()));
    switch (queue.deadLetters()) {
      case Queue.DeadLetters.None() -> {}
      case Queue.DeadLetters.To(String target, int maxReceiveCount) ->
          attributes.put("RedrivePolicy", redrive(target, maxReceiveCount));
    }
    try {
      if (there.contains(queue.name())) {
        ObjectNode update = JSON.createObjectNode().put("QueueUrl", sqs.url(queue.name()));
        update.set("Attributes", attributes);
        sqs.call("SetQueueAttributes", update);
      } else {
        sqs.call("CreateQueue", creation(queue, attributes));
      }
    } catch (IOException e) {
      throw new EngineProblem("queue " + queue.name() + " cannot be made: " + e.getMessage(), e);
    }
  }

  private static ObjectNode creation(Queue queue, ObjectNode attributes) {
    ObjectNode creation = JSON.createObjectNode().put("QueueName", queue.name());
    ObjectNode all = creation.putObject("Attributes").setAll(attributes);
    switch (queue.order()) {
      case STANDARD -> {}
      case FIFO -> all.put("FifoQueue", "true");
      case FIFO_DEDUPLICATED_BY_CONTENT ->
          all.put("FifoQueue", "true").put("ContentBasedDeduplication", "true");
    }
    return creation;
  }

  private static String redrive(String target, int maxReceiveCount) {
    return JSON.createObjectNode()
        .put("deadLetterTargetArn", "arn:aws:sqs:us-east-1:000000000000:" + target)
        .put("maxReceiveCount", maxReceiveCount)
        .toString();
  }
}
