package io.bitten.relay.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bitten.relay.CommandSource.Delivery;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.exception.ApiCallTimeoutException;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.ReceiveMessageRequest;
import software.amazon.awssdk.services.sqs.model.ReceiveMessageResponse;
import software.amazon.awssdk.services.sqs.model.SqsException;

class SqsCommandsTest {
  private static final Delivery FIRST = new Delivery("receipt of one", "one");
  private static final Delivery SECOND = new Delivery("receipt of two", "two");

  private final Fifo queue = new Fifo(List.of("one", "two"));
  private final SqsCommands commands = new SqsCommands(queue, "https://sqs/1/exits.fifo", 0);

  @Test
  void messages_of_an_answer_that_was_lost_come_with_the_next() {
    queue.lose(ApiCallTimeoutException.create(4_000));
    queue.lose(SqsException.builder().statusCode(503).message("lost").build());

    assertThatThrownBy(this::received).isInstanceOf(SdkClientException.class);
    assertThatThrownBy(this::received).isInstanceOf(SqsException.class);

    assertThat(received()).containsExactly(FIRST);
    assertThat(received()).containsExactly(SECOND);
    assertThat(received()).isEmpty();
  }

  /** SQS says so of a name whose messages were touched, and of one that it had throttled. */
  @Test
  void a_receive_that_sqs_refuses_is_not_asked_for_again() {
    queue.lose(SqsException.builder().statusCode(400).message("not valid anymore").build());

    assertThatThrownBy(this::received).isInstanceOf(SqsException.class);

    assertThat(received()).containsExactly(SECOND);
  }

  @Test
  void a_short_poll_that_is_not_answered_is_given_up_within_seconds() {
    received();

    assertThat(queue.asked.overrideConfiguration().orElseThrow().apiCallTimeout())
        .hasValueSatisfying(call -> assertThat(call).isLessThanOrEqualTo(Duration.ofSeconds(8)));
  }

  private List<Delivery> received() {
    return commands.receive(Duration.ZERO);
  }

  /** Gives one message a receive, and the same again to a receive of the same name. */
  private static final class Fifo implements SqsClient {
    private final Deque<String> texts;
    private final Map<String, List<Message>> given = new HashMap<>();
    private final Deque<SdkException> losses = new ArrayDeque<>();
    private ReceiveMessageRequest asked;

    private Fifo(List<String> texts) {
      this.texts = new ArrayDeque<>(texts);
    }

    /** The next answer arrives as this. */
    void lose(SdkException as) {
      losses.add(as);
    }

    @Override
    public ReceiveMessageResponse receiveMessage(ReceiveMessageRequest request) {
      asked = request;
      String name = request.receiveRequestAttemptId();
      List<Message> messages =
          name == null ? next() : given.computeIfAbsent(name, unknown -> next());
      if (!losses.isEmpty()) {
        throw losses.remove();
      }
      return ReceiveMessageResponse.builder().messages(messages).build();
    }

    private List<Message> next() {
      if (texts.isEmpty()) {
        return List.of();
      }
      String text = texts.remove();
      return List.of(Message.builder().receiptHandle("receipt of " + text).body(text).build());
    }

    @Override
    public String serviceName() {
      return SERVICE_NAME;
    }

    @Override
    public void close() {
      // Nothing is open.
    }
  }
}
