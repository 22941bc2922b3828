package io.bitten.functions.billing;

import io.bitten.adapters.json.Fields;
import io.bitten.core.World;
import io.bitten.core.chat.Memos;
import io.bitten.functions.SqsMessage;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Records that an event of Stripe was received, once. No entitlement follows from an event yet: a
 * tier is changed by nobody here, and Stripe keeps its events for 30 days.
 */
final class BillingStep {
  private static final Logger LOG = LoggerFactory.getLogger(BillingStep.class);
  private static final Duration KEPT = Duration.ofDays(30);
  private static final int LONGEST_ID = 255;

  private final World world;

  BillingStep(World world) {
    this.world = world;
  }

  void handle(SqsMessage message) {
    Fields event = Fields.of(message.body().getBytes(StandardCharsets.UTF_8));
    String id = event.text("id", LONGEST_ID);
    if (world.inbox().seen(Memos.BILLED, id)) {
      return;
    }
    world.inbox().remember(Memos.BILLED, id, world.time().instant().plus(KEPT));
    LOG.info("recorded stripe event {} of type {}", id, event.text("type", LONGEST_ID));
  }
}
