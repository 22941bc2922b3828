package io.bitten.adapters.sqs;

import io.bitten.adapters.json.Json;
import io.bitten.adapters.sign.CommandSigner;
import io.bitten.core.chat.Incoming;
import io.bitten.core.chat.Outgoing;
import io.bitten.core.chat.Queues;
import io.bitten.core.fill.Report;
import io.bitten.core.fire.FireRequest;
import io.bitten.core.halt.HaltPage;
import io.bitten.core.order.CommandHeader;
import io.bitten.core.order.RelayCommand;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import software.amazon.awssdk.services.sqs.SqsClient;

/**
 * The queues of commands on SQS. Groups: a chat and its way out, a user, an account. A repeat
 * within five minutes is dropped by its name: update id, offer and tap, command id, message key.
 */
public final class SqsQueues implements Queues {
  /** The longest a taken message can be held back. */
  private static final Duration LONGEST_WAIT = Duration.ofHours(12);

  private static final String WAY_OUT = "-out";

  private final SqsClient client;
  private final QueueUrls urls;
  private final Function<RelayCommand, String> envelope;
  private final Predicate<Incoming> apart;

  /** For those who bring no update that closes or stops. */
  public SqsQueues(SqsClient client, QueueUrls urls, CommandSigner signer) {
    this(client, urls, signer::sign, update -> false);
  }

  /**
   * For those who may have no key and send no command.
   *
   * @param envelope makes a command's signed text
   * @param apart tells the updates that wait for no other of their chat, only for each other
   */
  public SqsQueues(
      SqsClient client,
      QueueUrls urls,
      Function<RelayCommand, String> envelope,
      Predicate<Incoming> apart) {
    this.client = client;
    this.urls = urls;
    this.envelope = envelope;
    this.apart = apart;
  }

  @Override
  public void update(Incoming incoming) {
    String chat = incoming.chat().toString();
    String group = apart.test(incoming) ? chat + WAY_OUT : chat;
    to(urls.updates()).send(new Message(group, "u" + incoming.updateId(), Json.write(incoming)));
  }

  @Override
  public void fire(FireRequest request) {
    to(urls.fires())
        .send(
            new Message(
                request.user().value(),
                request.offer() + ":" + request.askedBy(),
                Json.write(request)));
  }

  @Override
  public void relay(RelayCommand command) {
    String url =
        switch (command) {
          case RelayCommand.Open open -> urls.orders();
          case RelayCommand.Close close -> urls.exits();
          case RelayCommand.CloseAll all -> urls.exits();
          case RelayCommand.SetHalt halt -> urls.exits();
          case RelayCommand.Restart restart -> urls.exits();
        };
    CommandHeader header = command.header();
    to(url).send(new Message(header.account().value(), header.id(), envelope.apply(command)));
  }

  @Override
  public void halt(HaltPage page) {
    to(urls.halts()).sendUnordered("halt page " + page.after(), Json.write(page));
  }

  @Override
  public void report(Report report) {
    new SqsReports(client, urls.reports()).send(report);
  }

  @Override
  public void message(List<Outgoing> outgoing) {
    to(urls.messages())
        .sendAll(
            outgoing.stream()
                .map(one -> new Message(one.chat().toString(), one.key(), Json.write(one)))
                .toList());
  }

  @Override
  public void messageAgain(String receipt, Duration after) {
    Duration wait = after.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : after;
    // Whole seconds, up: asking a moment too early would cost another wait.
    int seconds = (int) wait.plusMillis(999).toSeconds();
    client.changeMessageVisibility(
        change ->
            change.queueUrl(urls.messages()).receiptHandle(receipt).visibilityTimeout(seconds));
  }

  @Override
  public void billing(String eventId, String json) {
    to(urls.billing()).sendUnordered(eventId, json);
  }

  private Sender to(String url) {
    return new Sender(client, url);
  }
}
