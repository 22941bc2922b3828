package io.bitten.adapters.stripe;

import io.bitten.adapters.json.BadJson;
import io.bitten.adapters.json.Fields;
import io.bitten.core.billing.BillFact;
import io.bitten.core.billing.BillId;
import io.bitten.core.billing.Stamp;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Reads the events of Stripe's API from version 2025-03-31.basil on: since then the period's end is
 * the subscription item's, and an invoice names its subscription under {@code parent}.
 *
 * <p>Nothing is guessed: what is missing, or names a product or a person in a way that we do not
 * know, is refused. A kind of event that is not read here is {@link StripeEvent.Other}.
 */
public final class StripeEvents {
  private static final int LONGEST = 255;
  private static final Pattern ID = Pattern.compile("[A-Za-z0-9_-]{1,255}");

  /** The last second of the year 9999. */
  private static final long LATEST = 253_402_300_799L;

  private StripeEvents() {}

  /**
   * Reads one event.
   *
   * @throws BadJson when it is none, or lacks what its kind has
   */
  public static StripeEvent read(String json) {
    Fields event = Fields.of(json.getBytes(StandardCharsets.UTF_8));
    String id = id(event, "id");
    String type = event.text("type", LONGEST);
    return switch (type) {
      case "checkout.session.completed" ->
          said(event, SubscriptionFacts.ofCheckout(object(event), stamp(event)));
      case "customer.subscription.created",
          "customer.subscription.updated",
          "customer.subscription.deleted",
          "customer.subscription.paused",
          "customer.subscription.resumed",
          "customer.subscription.trial_will_end" ->
          said(event, SubscriptionFacts.of(object(event), stamp(event)));
      case "invoice.payment_succeeded" ->
          said(event, invoiced(event, bill -> new BillFact.Paid(bill, stamp(event))));
      case "invoice.payment_failed" ->
          said(event, invoiced(event, bill -> new BillFact.Failed(bill, stamp(event))));
      case "charge.refunded" ->
          object(event).flag("refunded")
              ? new StripeEvent.MoneyBack(id, type, id(object(event), "id"))
              : new StripeEvent.Other(id, type);
      case "charge.dispute.created" ->
          new StripeEvent.MoneyBack(id, type, id(object(event), "charge"));
      default -> new StripeEvent.Other(id, type);
    };
  }

  private static StripeEvent said(Fields event, List<BillFact> facts) {
    String type = event.text("type", LONGEST);
    return facts.isEmpty()
        ? new StripeEvent.Other(id(event, "id"), type)
        : new StripeEvent.Said(id(event, "id"), type, facts);
  }

  private interface ToFact {
    BillFact of(BillId bill);
  }

  /** An invoice that is not of a subscription says nothing. */
  private static List<BillFact> invoiced(Fields event, ToFact fact) {
    Fields invoice = object(event);
    if (invoice.has("subscription")) {
      throw invoice.refuse(
          "subscription", "belongs under parent: the endpoint's API version is before 2025-03-31");
    }
    Optional<Fields> details =
        invoice.maybeObject("parent").flatMap(parent -> parent.maybeObject("subscription_details"));
    return details.map(of -> List.of(fact.of(bill(of, "subscription")))).orElse(List.of());
  }

  private static Fields object(Fields event) {
    return event.object("data").object("object");
  }

  private static Stamp stamp(Fields event) {
    return new Stamp(second(event, "created"), id(event, "id"));
  }

  static Instant second(Fields fields, String name) {
    long seconds = fields.whole(name);
    if (seconds < 0 || seconds > LATEST) {
      throw fields.refuse(name, "must be a time in seconds");
    }
    return Instant.ofEpochSecond(seconds);
  }

  static BillId bill(Fields fields, String name) {
    return new BillId(id(fields, name));
  }

  private static String id(Fields fields, String name) {
    String id = fields.text(name, LONGEST);
    if (!ID.matcher(id).matches()) {
      throw fields.refuse(name, "must be an id of letters, digits, _ and -");
    }
    return id;
  }
}
