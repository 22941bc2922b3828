package io.bitten.adapters.stripe;

import io.bitten.core.billing.BillFact;
import java.util.List;

/** What an event of Stripe is to us. */
public sealed interface StripeEvent {
  String id();

  /** Stripe's name of the kind, such as {@code customer.subscription.updated}. */
  String type();

  /** It says something of a subscription. */
  record Said(String id, String type, List<BillFact> facts) implements StripeEvent {
    public Said {
      facts = List.copyOf(facts);
    }
  }

  /**
   * Money goes back, or is asked back. Stripe does not say there of which subscription, and none
   * ends by it: a person looks at the charge.
   *
   * @param charge the charge's id, {@code ch_...}
   */
  record MoneyBack(String id, String type, String charge) implements StripeEvent {}

  /** Nothing of ours. */
  record Other(String id, String type) implements StripeEvent {}
}
