package io.bitten.functions.billing;

import io.bitten.adapters.stripe.StripeEvent;
import io.bitten.core.World;
import io.bitten.core.billing.BillingDesk;
import io.bitten.functions.Measures;
import io.bitten.functions.Payload;
import io.bitten.functions.Settings;
import io.bitten.functions.SqsMessage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One event of Stripe becomes what its person is entitled to. An event that cannot be read goes
 * back until the queue keeps it with the dead letters; its reason is in the log.
 */
final class BillingStep {
  private static final Logger LOG = LoggerFactory.getLogger(BillingStep.class);

  private final BillingDesk desk;

  BillingStep(World world, Settings settings) {
    this.desk = new BillingDesk(world, settings.rules());
  }

  void handle(SqsMessage message) {
    switch (Payload.stripe(message)) {
      case StripeEvent.Said said -> {
        said.facts().forEach(desk::take);
        LOG.info("took {} {} of {}", said.type(), said.id(), said.facts().getFirst().bill());
      }
      case StripeEvent.MoneyBack back -> {
        LOG.warn("{} {} of {}: no subscription ends by it", back.type(), back.id(), back.charge());
        Measures.count("money_back", "type", back.type());
      }
      case StripeEvent.Other other -> LOG.info("{} {} is not ours", other.type(), other.id());
    }
  }
}
