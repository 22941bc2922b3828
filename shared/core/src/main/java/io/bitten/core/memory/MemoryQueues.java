package io.bitten.core.memory;

import io.bitten.core.chat.Incoming;
import io.bitten.core.chat.Outgoing;
import io.bitten.core.chat.Queues;
import io.bitten.core.fill.Report;
import io.bitten.core.fire.FireRequest;
import io.bitten.core.halt.HaltPage;
import io.bitten.core.order.RelayCommand;
import java.time.Duration;
import java.util.List;

/** What was queued, in order. {@code take...} empties a queue as its only consumer would. */
public final class MemoryQueues implements Queues {
  /** A verified Stripe event. */
  public record StripeEvent(String id, String json) {}

  private final Journal<Incoming> updates = new Journal<>();
  private final Journal<FireRequest> fires = new Journal<>();
  private final Journal<RelayCommand> relay = new Journal<>();
  private final Journal<Report> reports = new Journal<>();
  private final Journal<Outgoing> messages = new Journal<>();

  /** A taken message that was asked for again. */
  public record Postponed(String receipt, Duration after) {}

  private final Journal<Postponed> postponed = new Journal<>();
  private final Journal<HaltPage> halts = new Journal<>();
  private final Journal<StripeEvent> billing = new Journal<>();

  @Override
  public void update(Incoming incoming) {
    updates.add(incoming);
  }

  @Override
  public void fire(FireRequest request) {
    fires.add(request);
  }

  @Override
  public void relay(RelayCommand command) {
    relay.add(command);
  }

  @Override
  public void halt(HaltPage page) {
    halts.add(page);
  }

  @Override
  public void report(Report report) {
    reports.add(report);
  }

  @Override
  public void message(List<Outgoing> outgoing) {
    outgoing.forEach(messages::add);
  }

  @Override
  public void messageAgain(String receipt, Duration after) {
    postponed.add(new Postponed(receipt, after));
  }

  @Override
  public void billing(String eventId, String json) {
    billing.add(new StripeEvent(eventId, json));
  }

  public List<Incoming> updates() {
    return updates.all();
  }

  public List<FireRequest> fires() {
    return fires.all();
  }

  public List<RelayCommand> relay() {
    return relay.all();
  }

  public List<Report> reports() {
    return reports.all();
  }

  public List<Outgoing> messages() {
    return messages.all();
  }

  public List<Postponed> postponed() {
    return postponed.all();
  }

  public List<StripeEvent> billing() {
    return billing.all();
  }

  public List<Incoming> takeUpdates() {
    return updates.drain();
  }

  public List<FireRequest> takeFires() {
    return fires.drain();
  }

  public List<RelayCommand> takeRelay() {
    return relay.drain();
  }

  public List<Outgoing> takeMessages() {
    return messages.drain();
  }

  public List<HaltPage> takeHalts() {
    return halts.drain();
  }

  public List<StripeEvent> takeBilling() {
    return billing.drain();
  }
}
