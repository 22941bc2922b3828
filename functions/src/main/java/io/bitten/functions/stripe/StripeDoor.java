package io.bitten.functions.stripe;

import io.bitten.adapters.json.BadJson;
import io.bitten.adapters.json.Fields;
import io.bitten.adapters.stripe.StripeSignature;
import io.bitten.core.World;
import io.bitten.core.chat.Memos;
import io.bitten.functions.HttpEvent;
import io.bitten.functions.HttpReply;
import io.bitten.functions.Settings;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Checks Stripe's signature over the raw body, queues the event, remembers its id, answers. */
final class StripeDoor {
  private static final int MOST_BYTES = 256 * 1_024;
  private static final int LONGEST_ID = 255;

  private final World world;
  private final Settings settings;

  StripeDoor(World world, Settings settings) {
    this.world = world;
    this.settings = settings;
  }

  HttpReply answer(HttpEvent event) {
    byte[] body = event.body();
    if (body.length > MOST_BYTES) {
      return HttpReply.problem(413, "TOO_LARGE", "The body is larger than 256 KB.");
    }
    StripeSignature signature =
        new StripeSignature(settings.secrets("STRIPE_WEBHOOK_SECRET"), settings.realTime());
    Optional<String> header = Optional.ofNullable(event.headers().get("stripe-signature"));
    return switch (signature.check(body, header)) {
      case StripeSignature.Checked.Refused no ->
          HttpReply.problem(400, no.reason().name(), "The event was refused: " + no.sentence());
      case StripeSignature.Checked.Genuine genuine -> genuine(body);
    };
  }

  private HttpReply genuine(byte[] body) {
    String id;
    try {
      Fields event = Fields.of(body);
      id = event.text("id", LONGEST_ID);
      event.text("type", LONGEST_ID);
    } catch (BadJson e) {
      return HttpReply.problem(400, "BAD_EVENT", e.field(), e.sentence());
    }
    if (!world.inbox().seen(Memos.STRIPE, id)) {
      world.queues().billing(id, new String(body, StandardCharsets.UTF_8));
      world.inbox().remember(Memos.STRIPE, id, world.time().instant().plus(Memos.KEPT));
    }
    return HttpReply.taken();
  }
}
