package io.bitten.local.engine;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.bitten.local.template.Queue;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

final class QueueSetupTest {
  @Test
  void a_queue_that_is_there_keeps_its_messages_and_is_brought_up_to_date() throws IOException {
    try (Engines engines = Engines.start(Path.of(".."), new Store.InMemory())) {
      SqsWire wire = new SqsWire(engines.sqs(), engines.queues());
      QueueSetup setup = new QueueSetup(wire);
      setup.make(List.of(queue(30)));
      wire.send("kept", "a message", "");

      setup.make(List.of(queue(45)));

      assertThat(hidden(wire)).isEqualTo("45");
      assertThat(wire.waiting("kept")).isEqualTo(1);
    }
  }

  private static String hidden(SqsWire wire) throws IOException {
    ObjectNode request = new ObjectMapper().createObjectNode().put("QueueUrl", wire.url("kept"));
    request.putArray("AttributeNames").add("VisibilityTimeout");
    return wire.call("GetQueueAttributes", request)
        .path("Attributes")
        .path("VisibilityTimeout")
        .asText();
  }

  private static Queue queue(int hiddenSeconds) {
    return new Queue(
        "Kept",
        "kept",
        Queue.Order.STANDARD,
        Duration.ofSeconds(hiddenSeconds),
        Duration.ZERO,
        Duration.ofDays(4),
        new Queue.DeadLetters.None());
  }
}
