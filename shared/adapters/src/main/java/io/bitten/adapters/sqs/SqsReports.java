package io.bitten.adapters.sqs;

import io.bitten.adapters.json.Json;
import io.bitten.core.account.AccountSnapshot;
import io.bitten.core.fill.Report;
import io.bitten.core.fill.Reports;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.sqs.SqsClient;

/** A relay's reports on SQS, in order for each account and for each relay. */
public final class SqsReports implements Reports {
  private final Sender sender;

  public SqsReports(SqsClient client, String url) {
    this.sender = new Sender(client, url);
  }

  @Override
  public void send(Report report) {
    sender.send(message(report));
  }

  /** In batches of ten; a look that is too large for the queue holds up no other. */
  @Override
  public void seen(List<AccountSnapshot> looks) {
    List<Message> messages = new ArrayList<>();
    Optional<TooLarge> tooLarge = Optional.empty();
    for (AccountSnapshot look : looks) {
      try {
        messages.add(message(new Report.AccountSeen(look)));
      } catch (TooLarge e) {
        tooLarge = Optional.of(e);
      }
    }
    sender.sendAll(messages);
    if (tooLarge.isPresent()) {
      throw tooLarge.get();
    }
  }

  private static Message message(Report report) {
    String body = Json.write(report);
    return switch (report) {
      case Report.OrderMoved moved ->
          new Message(
              moved.account().value(),
              "order:%s:%d".formatted(moved.order(), moved.version()),
              body);
      case Report.OrderMoving moving ->
          new Message(
              moving.account().value(),
              "moving:%s:%d".formatted(moving.order(), moving.version()),
              body);
      case Report.OrphanSeen orphan ->
          new Message(
              orphan.account().value(),
              "orphan:%s:%s:%s".formatted(orphan.ticket(), Json.kindOf(orphan.fact()), orphan.at()),
              body);
      case Report.AccountSeen seen -> seen(seen.snapshot(), body);
      case Report.Heartbeat beat ->
          new Message(
              "relay:" + beat.relay(),
              "beat:%s:%s:%s".formatted(beat.relay(), beat.bootId(), beat.at()),
              body);
      case Report.CloseLapsed lapsed ->
          new Message(lapsed.account().value(), "lapsed:" + lapsed.command(), body);
      case Report.HaltSeen halt ->
          new Message(
              "halt:" + halt.scope(),
              "halt:%s:%d:%s".formatted(halt.scope(), halt.epoch(), halt.hop().replace(' ', '-')),
              body);
    };
  }

  private static Message seen(AccountSnapshot snapshot, String body) {
    return new Message(
        snapshot.account().value(),
        "seen:%s:%s".formatted(snapshot.account(), snapshot.at()),
        body);
  }
}
