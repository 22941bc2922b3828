package io.bitten.local.stores;

import static org.assertj.core.api.Assertions.assertThat;

import io.bitten.adapters.json.Json;
import io.bitten.adapters.sign.CommandKeys;
import io.bitten.adapters.sign.CommandSigner;
import io.bitten.adapters.sign.CommandVerifier;
import io.bitten.adapters.sqs.QueueUrls;
import io.bitten.adapters.sqs.SqsQueues;
import io.bitten.adapters.sqs.SqsReports;
import io.bitten.core.Some;
import io.bitten.core.SomeKinds;
import io.bitten.core.account.ChatId;
import io.bitten.core.chat.Card;
import io.bitten.core.chat.Incoming;
import io.bitten.core.chat.Outgoing;
import io.bitten.core.chat.Subject;
import io.bitten.core.fill.Report;
import io.bitten.core.fire.FireRequest;
import io.bitten.core.order.CommandHeader;
import io.bitten.core.order.RelayCommand;
import io.bitten.relay.CommandSource;
import io.bitten.relay.wiring.SqsCommands;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import software.amazon.awssdk.services.sqs.model.Message;

/** The queues of commands and reports on SQS, with the queues of {@code template.yaml}. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class SqsPorts {
  private static final CommandKeys.Pair KEYS = CommandKeys.generate("k1");
  private static final int MOST_POLLS = 20;

  private EngineWorlds engines;
  private String stage;
  private SqsQueues queues;

  /** Where the queues are made. */
  abstract Ground ground();

  @BeforeAll
  void start() {
    engines = new EngineWorlds(ground());
  }

  @AfterAll
  void stop() {
    engines.close();
  }

  @BeforeEach
  void begin() {
    stage = engines.newQueues();
    queues =
        new SqsQueues(
            engines.queues(),
            new QueueUrls(
                url("updates.fifo"),
                url("fires.fifo"),
                url("orders.fifo"),
                url("exits.fifo"),
                url("halts"),
                url("messages.fifo"),
                url("stripe-events"),
                url("reports.fifo")),
            new CommandSigner(KEYS.privateKey()));
  }

  @Test
  void updates_and_fires_arrive_once_however_often_they_are_sent() {
    for (int repeat = 0; repeat < 10; repeat++) {
      queues.update(SomeKinds.incoming().getFirst());
      queues.fire(new FireRequest(Some.OFFER, Some.USER, "tap-77", 77));
    }

    assertThat(bodies("updates.fifo", 1))
        .extracting(body -> Json.read(body, Incoming.class))
        .containsExactly(SomeKinds.incoming().getFirst());
    assertThat(bodies("fires.fifo", 1))
        .extracting(body -> Json.read(body, FireRequest.class))
        .containsExactly(new FireRequest(Some.OFFER, Some.USER, "tap-77", 77));
  }

  @Test
  void a_relay_opens_what_arrives_on_its_two_queues() {
    RelayCommand open = SomeKinds.commands().getFirst();
    RelayCommand close = named(SomeKinds.commands().get(1), "close-1");
    queues.relay(open);
    queues.relay(close);
    CommandVerifier relay =
        new CommandVerifier(KEYS.publicKey(), Set.of(Some.ACCOUNT), InstantSource.fixed(Some.NOW));

    assertThat(bodies("orders.fifo", 1))
        .extracting(relay::verify)
        .containsExactly(new CommandVerifier.Verified.Genuine(open));
    assertThat(bodies("exits.fifo", 1))
        .extracting(relay::verify)
        .containsExactly(new CommandVerifier.Verified.Genuine(close));
  }

  @Test
  void a_relay_receives_a_command_and_what_is_done_does_not_come_again() {
    RelayCommand close = named(SomeKinds.commands().get(1), "close-1");
    queues.relay(close);
    SqsCommands exits = new SqsCommands(engines.queues(), url("exits.fifo"), 1);
    CommandVerifier relay =
        new CommandVerifier(KEYS.publicKey(), Set.of(Some.ACCOUNT), InstantSource.fixed(Some.NOW));

    List<CommandSource.Delivery> received = exits.receive(Duration.ofSeconds(1));
    assertThat(received)
        .extracting(delivery -> relay.verify(delivery.text()))
        .containsExactly(new CommandVerifier.Verified.Genuine(close));
    exits.later(received.getFirst(), Duration.ZERO);
    List<CommandSource.Delivery> again = exits.receive(Duration.ofSeconds(1));
    assertThat(again)
        .extracting(CommandSource.Delivery::text)
        .containsExactly(received.getFirst().text());
    exits.done(again.getFirst());

    assertThat(exits.receive(Duration.ZERO)).isEmpty();
  }

  @Test
  void messages_to_one_chat_arrive_in_order_over_several_batches() {
    queues.message(IntStream.range(0, 25).mapToObj(SqsPorts::post).toList());

    assertThat(bodies("messages.fifo", 25))
        .extracting(body -> Json.read(body, Outgoing.class).key())
        .containsExactlyElementsOf(IntStream.range(0, 25).mapToObj(n -> "k" + n).toList());
  }

  @Test
  void a_message_asked_for_again_comes_again() {
    queues.message(List.of(post(1)));
    Message taken = receive("messages.fifo", 1).getFirst();

    queues.messageAgain(taken.receiptHandle(), Duration.ZERO);

    assertThat(bodies("messages.fifo", 1)).containsExactly(taken.body());
  }

  @Test
  void a_stripe_event_arrives_as_it_was() {
    queues.billing("evt_1", "{\"id\": \"evt_1\",  \"spaces\": true}");

    assertThat(bodies("stripe-events", 1))
        .containsExactly("{\"id\": \"evt_1\",  \"spaces\": true}");
  }

  @Test
  void every_report_arrives_and_a_repeat_does_not() {
    SqsReports reports = new SqsReports(engines.queues(), url("reports.fifo"));
    for (int repeat = 0; repeat < 3; repeat++) {
      SomeKinds.reports().forEach(reports::send);
    }

    assertThat(bodies("reports.fifo", 4))
        .extracting(body -> Json.read(body, Report.class))
        .containsExactlyInAnyOrderElementsOf(SomeKinds.reports());
  }

  /** Takes and deletes until this many came and the queue is empty. */
  private List<String> bodies(String queue, int expected) {
    List<String> bodies = new ArrayList<>();
    for (int poll = 0; poll < MOST_POLLS; poll++) {
      List<Message> batch = receive(queue, bodies.size() < expected ? 1 : 0);
      if (batch.isEmpty() && bodies.size() >= expected) {
        return bodies;
      }
      for (Message message : batch) {
        bodies.add(message.body());
        engines
            .queues()
            .deleteMessage(it -> it.queueUrl(url(queue)).receiptHandle(message.receiptHandle()));
      }
    }
    throw new AssertionError(queue + " brought " + bodies.size() + " messages");
  }

  private List<Message> receive(String queue, int waitSeconds) {
    return engines
        .queues()
        .receiveMessage(
            it -> it.queueUrl(url(queue)).maxNumberOfMessages(10).waitTimeSeconds(waitSeconds))
        .messages();
  }

  private String url(String queue) {
    String name = "bitten-" + stage + "-" + queue;
    return engines.queues().getQueueUrl(it -> it.queueName(name)).queueUrl();
  }

  private static Outgoing post(int number) {
    return new Outgoing.Post(
        "k" + number, new ChatId(7001), Card.text("n " + number), new Subject.Nothing());
  }

  private static RelayCommand named(RelayCommand command, String id) {
    RelayCommand.Close close = (RelayCommand.Close) command;
    CommandHeader header = close.header();
    return new RelayCommand.Close(
        new CommandHeader(
            id,
            header.account(),
            header.haltEpochs(),
            header.issuedAt(),
            header.expiresAt(),
            header.correlation()),
        close.order(),
        close.ticket(),
        close.reason());
  }
}
