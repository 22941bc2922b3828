package io.bitten.functions;

import io.bitten.adapters.json.Json;
import io.bitten.adapters.stripe.StripeEvent;
import io.bitten.adapters.stripe.StripeEvents;
import io.bitten.core.Event;
import io.bitten.core.chat.Incoming;
import io.bitten.core.chat.Outgoing;
import io.bitten.core.fill.Report;
import io.bitten.core.fire.FireRequest;
import io.bitten.core.halt.HaltPage;
import io.bitten.core.order.Orphan;
import org.slf4j.MDC;

/**
 * What a message carries. From reading it until its step ends, log lines have its own id in {@code
 * correlation_id}: the correlation id where it has one, else what its sender named it after.
 */
public final class Payload {
  static final String FOLLOWED = "correlation_id";

  private Payload() {}

  /**
   * @throws IllegalArgumentException when the message is no event of the bus
   */
  public static Event event(SqsMessage message) {
    Event event = BusEvent.of(message);
    follow(event.header().correlation().value());
    return event;
  }

  /**
   * @throws io.bitten.adapters.json.BadJson when it is no update
   */
  public static Incoming incoming(SqsMessage message) {
    Incoming incoming = Json.read(message.body(), Incoming.class);
    follow("update-" + incoming.updateId());
    return incoming;
  }

  /**
   * @throws io.bitten.adapters.json.BadJson when it is no request
   */
  public static FireRequest fire(SqsMessage message) {
    FireRequest request = Json.read(message.body(), FireRequest.class);
    follow(request.askedBy());
    return request;
  }

  /**
   * @throws io.bitten.adapters.json.BadJson when it is no report
   */
  public static Report report(SqsMessage message) {
    Report report = Json.read(message.body(), Report.class);
    switch (report) {
      case Report.OrderMoved moved -> follow(moved.order().value());
      case Report.OrderMoving moving -> follow(moving.order().value());
      case Report.OrphanSeen seen -> follow("orphan-" + Orphan.idOf(seen.account(), seen.ticket()));
      case Report.HaltSeen seen -> follow("halt-" + seen.epoch());
      case Report.CloseLapsed lapsed -> follow(lapsed.correlation().value());
      case Report.AccountSeen look -> follow("look-" + look.snapshot().account());
      case Report.Heartbeat beat -> follow("relay-" + beat.relay());
    }
    return report;
  }

  /**
   * @throws io.bitten.adapters.json.BadJson when it is no page
   */
  public static HaltPage haltPage(SqsMessage message) {
    HaltPage page = Json.read(message.body(), HaltPage.class);
    follow("halt-" + page.halt().epoch());
    return page;
  }

  /**
   * @throws io.bitten.adapters.json.BadJson when it is no message to a person
   */
  public static Outgoing outgoing(SqsMessage message) {
    Outgoing outgoing = Json.read(message.body(), Outgoing.class);
    follow(outgoing instanceof Outgoing.Alert alert ? alert.signal().value() : outgoing.key());
    return outgoing;
  }

  /**
   * @throws io.bitten.adapters.json.BadJson when it is no event of Stripe that can be read
   */
  public static StripeEvent stripe(SqsMessage message) {
    StripeEvent event = StripeEvents.read(message.body());
    follow(event.id());
    return event;
  }

  private static void follow(String id) {
    MDC.put(FOLLOWED, id);
  }
}
