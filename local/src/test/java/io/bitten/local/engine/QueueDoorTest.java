package io.bitten.local.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.apache5.Apache5HttpClient;

/** Whatever is asked without a socket is answered as ElasticMQ's HTTP answers it. */
final class QueueDoorTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String ALL =
      """
      {"MaxNumberOfMessages":10,"WaitTimeSeconds":0,"VisibilityTimeout":60,
      "AttributeNames":["All"],"MessageAttributeNames":["All"]}\
      """;
  private static final String HIDE =
      "{\"ReceiptHandle\":\"RECEIPT0\",\"VisibilityTimeout\":SECONDS}";
  private static final String TEXT = "{\"MessageBody\":\"Grüße, \\\"€\\\"\"}";

  private static final String FIFO =
      "{\"QueueName\":\"near.fifo\",\"Attributes\":{\"FifoQueue\":\"true\"}}";

  private static Engines engines;
  private static SdkHttpClient socket;

  @BeforeAll
  static void start() {
    engines = Engines.start(Path.of(".."), new Store.InMemory());
    socket = Apache5HttpClient.create();
  }

  @AfterAll
  static void stop() {
    socket.close();
    engines.close();
  }

  @Test
  void a_standard_queue_sends_hides_and_forgets() throws IOException {
    QueueTwins twins = twins("plain").made("{}");
    twins.agree("ReceiveMessage", "{}");
    twins.agree("SendMessage", TEXT);
    twins.agree("ReceiveMessage", ALL.replace("60", "0"));
    twins.agreeOnReceived("ChangeMessageVisibility", HIDE.replace("SECONDS", "0"));
    twins.agreeOnReceived("DeleteMessage", "{\"ReceiptHandle\":\"RECEIPT0\"}");
    twins.agree("ReceiveMessage", ALL);
  }

  @Test
  void a_fifo_queue_keeps_its_order_and_takes_nothing_twice() throws IOException {
    QueueTwins twins = twins("named.fifo").made("{\"FifoQueue\":\"true\"}");
    String first =
        "{\"MessageBody\":\"1\",\"MessageGroupId\":\"g\",\"MessageDeduplicationId\":\"a\"}";
    twins.agree("SendMessage", first);
    twins.agree("SendMessage", first.replace("1", "other text"));
    twins.agree(
        "SendMessageBatch", "{\"Entries\":[%s,%s]}".formatted(entry("x", "b"), entry("y", "c")));
    twins.agree("SendMessageBatch", "{\"Entries\":[%s]}".formatted(entry("x", "b")));
    twins.agree("ReceiveMessage", ALL.replace("60", "0"));
    twins.agreeOnReceived(
        "DeleteMessageBatch",
        """
        {"Entries":[{"Id":"1","ReceiptHandle":"RECEIPT0"},{"Id":"2","ReceiptHandle":"RECEIPT1"},
        {"Id":"3","ReceiptHandle":"no receipt"}]}\
        """);
    twins.agree("ReceiveMessage", ALL);
  }

  @Test
  void a_receive_whose_answer_was_lost_is_asked_for_again_by_its_name() throws IOException {
    QueueTwins twins = twins("asked.fifo").made("{\"FifoQueue\":\"true\"}");
    twins.agree("SendMessageBatch", "{\"Entries\":[%s]}".formatted(entry("x", "b")));
    String named = ALL.replaceFirst("[{]", "{\"ReceiveRequestAttemptId\":\"name-1\",");
    twins.agree("ReceiveMessage", named);
    twins.agree("ReceiveMessage", named.replace("name-1", "name-2"));
    twins.agree("ReceiveMessage", named);

    assertThat(twins.near("ReceiveMessage", named).path("Messages")).hasSize(1);
  }

  @Test
  void a_text_says_whether_it_was_there_before() throws IOException {
    QueueTwins twins =
        twins("byText.fifo")
            .made("{\"FifoQueue\":\"true\",\"ContentBasedDeduplication\":\"true\"}");
    String message = "{\"MessageBody\":\"same\",\"MessageGroupId\":\"g\"}";
    twins.agree("SendMessage", message);
    twins.agree("SendMessage", message);
    twins.agree("ReceiveMessage", ALL);
  }

  @Test
  void what_was_received_too_often_says_where_it_is_from() throws IOException {
    QueueTwins dead = twins("dead").made("{}");
    QueueTwins twins =
        twins("tried")
            .made(
                """
                {"RedrivePolicy":"{\\"maxReceiveCount\\":1,\\"deadLetterTargetArn\\":\\"%sdead\\"}"}\
                """
                    .formatted("arn:aws:sqs:us-east-1:000000000000:SIDE-"));
    twins.agree("SendMessage", TEXT);
    twins.agree("ReceiveMessage", ALL.replace("60", "0"));
    twins.agree("ReceiveMessage", ALL);
    dead.agree("ReceiveMessage", ALL);
  }

  @Test
  void what_somebody_else_has_hung_on_a_message_comes_with_it() throws IOException {
    QueueTwins twins = twins("hung").made("{}");
    String hung =
        """
        {"MessageBody":"x","MessageAttributes":{
        "text":{"DataType":"String.note","StringValue":"a"},
        "count":{"DataType":"Number","StringValue":"7"},
        "bytes":{"DataType":"Binary","BinaryValue":"AAEC"}}}\
        """;
    twins.agree("SendMessage", hung);
    twins.agree("ReceiveMessage", ALL);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '~',
      textBlock =
          """
          SendMessage; {"MessageBody":""}
          SendMessage; {"MessageBody":"\\u0001"}
          SendMessage; {"MessageBody":"x","DelaySeconds":1}
          SendMessage; {"MessageBody":"x","MessageGroupId":"g"}
          SendMessage; {"MessageBody":"x","MessageDeduplicationId":"d"}
          SendMessageBatch; {"Entries":[]}
          SendMessageBatch; {"Entries":[{"Id":"a","MessageBody":"x"},{"Id":"a","MessageBody":"y"}]}
          SendMessageBatch; {"Entries":[{"Id":"a","MessageBody":"x"},{"Id":"b","MessageBody":""}]}
          ReceiveMessage; {"MaxNumberOfMessages":11}
          ReceiveMessage; {"MaxNumberOfMessages":0}
          ReceiveMessage; {"VisibilityTimeout":-1}
          ReceiveMessage; {"WaitTimeSeconds":21}
          ReceiveMessage; {"ReceiveRequestAttemptId":"of a FIFO queue alone"}
          DeleteMessage; {"ReceiptHandle":"none"}
          DeleteMessageBatch; {"Entries":[]}
          ChangeMessageVisibility; {"ReceiptHandle":"none","VisibilityTimeout":1}
          ChangeMessageVisibility; {"ReceiptHandle":"none","VisibilityTimeout":43201}
          GetQueueAttributes; {"AttributeNames":["ApproximateNumberOfMessages"]}
          """)
  void what_is_unusual_is_answered_alike(String action, String request) throws IOException {
    QueueTwins twins = twins("odd").made("{}");
    twins.agree(action, request);
    twins.agree("PurgeQueue", "{}");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"MessageBody\":\"x\"}",
        "{\"MessageBody\":\"x\",\"MessageGroupId\":\"g\"}",
        "{\"MessageBody\":\"x\",\"MessageGroupId\":\"a b\",\"MessageDeduplicationId\":\"d\"}",
        "{\"MessageBody\":\"x\",\"MessageGroupId\":\"g\",\"MessageDeduplicationId\":\"\"}"
      })
  void what_a_fifo_queue_wants_to_know_is_missed_alike(String request) throws IOException {
    twins("strict.fifo").made("{\"FifoQueue\":\"true\"}").agree("SendMessage", request);
  }

  @Test
  void a_queue_that_is_not_there_is_missed_alike() throws IOException {
    twins("nowhere").agree("SendMessage", TEXT);
  }

  @Test
  void a_queue_that_somebody_made_anew_is_found_again() throws IOException {
    QueueTwins twins = twins("anew").made("{}");
    twins.agree("SendMessage", TEXT);
    twins.agree("DeleteQueue", "{}");
    twins.made("{}");
    assertThat(twins.near("SendMessage", TEXT).path("error").asText()).contains("failed");
    twins.agree("SendMessage", TEXT);
  }

  @Test
  void a_plain_message_needs_no_socket() throws IOException {
    try (Engines own = Engines.start(Path.of(".."), new Store.InMemory())) {
      SqsWire wire = new SqsWire(own.sqs(), own.queues());
      wire.call("CreateQueue", JSON.createObjectNode().put("QueueName", "near"));
      wire.call("CreateQueue", (ObjectNode) JSON.readTree(FIFO));
      ((QueueDoor) own.queues()).shut();

      wire.send("near", "x", "");
      List<JsonNode> received = wire.receive("near", 1, 0);
      wire.delete("near", List.of(received.getFirst().path("ReceiptHandle").asText()));

      assertThat(received).extracting(it -> it.path("Body").asText()).containsExactly("x");
      ObjectNode named = JSON.createObjectNode().put("QueueUrl", wire.url("near.fifo"));
      assertThat(wire.call("ReceiveMessage", named.put("ReceiveRequestAttemptId", "name")))
          .isNotNull();
      assertThatThrownBy(() -> wire.waiting("near")).isInstanceOf(IllegalStateException.class);
    }
  }

  private static QueueTwins twins(String name) {
    return new QueueTwins(new QueueTwins.Ways(engines.sqs(), engines.queues(), socket), name);
  }

  private static String entry(String id, String once) {
    return "{\"Id\":\"%s\",\"MessageBody\":\"%s\",\"MessageGroupId\":\"g\",\"MessageDeduplicationId\":\"%s\"}"
        .formatted(id, "text of " + id, once);
  }
}
