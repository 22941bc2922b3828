package io.bitten.functions.hud;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.bitten.adapters.json.Fields;
import io.bitten.core.Digest;
import io.bitten.core.Rulebook;
import io.bitten.core.Versioned;
import io.bitten.core.World;
import io.bitten.core.fire.FireDesk;
import io.bitten.core.fire.FireRequest;
import io.bitten.core.fire.Offer;
import io.bitten.core.fire.OfferDesk;
import io.bitten.core.fire.OfferId;
import io.bitten.core.fire.Preview;
import io.bitten.core.order.Order;
import io.bitten.core.risk.Refusal;
import io.bitten.functions.HttpReply;
import java.util.List;
import java.util.Optional;

/**
 * Fires from the HUD, on the same road as a confirmed tap: an offer with its terms, then a request
 * to the fire desk, which checks everything again. One Idempotency-Key makes one offer, so a repeat
 * makes no second order.
 */
final class Execute {
  private static final int MOST_BYTES = 64 * 1_024;
  private static final String KEY_SHAPE = "[A-Za-z0-9._:-]{8,100}";

  private final World world;
  private final OfferDesk offers;

  Execute(World world, Rulebook rules) {
    this.world = world;
    this.offers = new OfferDesk(world, rules);
  }

  HttpReply answer(Caller caller) {
    String key = caller.request().header("idempotency-key");
    if (!key.matches(KEY_SHAPE)) {
      return HttpReply.problem(
          400, "BAD_REQUEST", "Idempotency-Key", "must be 8 to 100 letters, digits, . _ : or -");
    }
    byte[] body = caller.request().body();
    if (body.length > MOST_BYTES) {
      return HttpReply.problem(413, "TOO_LARGE", "The body is larger than 64 KB.");
    }
    ExecuteRequest wanted = ExecuteRequest.of(Fields.of(body));
    OfferId id = new OfferId(Digest.base32(16, "http", caller.trader().id().value(), key));
    Optional<Offer> known = world.offers().find(id);
    if (known.isPresent()) {
      return repeated(caller, wanted, known.get());
    }
    return switch (preview(caller, wanted)) {
      case Preview.Refused refused -> refused(refused.refusal());
      case Preview.Ready ready -> {
        Offer offer = ready.offer().as(id);
        Offer first = world.offers().keepFirst(offer);
        yield first.equals(offer)
            ? accepted(caller, offer, ready.warnings())
            : repeated(caller, wanted, first);
      }
    };
  }

  /** A request whose key has its offer already, of before or of a request beside it. */
  private HttpReply repeated(Caller caller, ExecuteRequest wanted, Offer known) {
    return wanted.ledTo(known)
        ? accepted(caller, known, List.of())
        : HttpReply.problem(
            409, "KEY_REUSED", "This Idempotency-Key was used for another request.");
  }

  private Preview preview(Caller caller, ExecuteRequest wanted) {
    return switch (wanted) {
      case ExecuteRequest.OfSignal of -> offers.onNamedSignal(caller.trader(), of.signal());
      case ExecuteRequest.OfIdea of -> offers.onIdea(caller.trader().id(), of.idea());
    };
  }

  /** Sends the request off, again for a repeat: the fire desk places one order for one offer. */
  private HttpReply accepted(Caller caller, Offer offer, List<String> warnings) {
    world.queues().fire(new FireRequest(offer.id(), caller.trader().id(), "http-" + offer.id(), 0));
    Optional<Order> order = world.orders().find(FireDesk.orderId(offer.id())).map(Versioned::value);
    ObjectNode json =
        JsonNodeFactory.instance
            .objectNode()
            .put("order_id", FireDesk.orderId(offer.id()).value())
            .put("status", order.map(known -> known.state().label()).orElse("ACCEPTED"))
            .put("symbol", offer.terms().symbol().code())
            .put("direction", offer.terms().direction().name())
            .put("lot_size", offer.terms().lots().value())
            .put("stop_loss", offer.terms().stopLoss().value())
            .put("take_profit", offer.terms().takeProfit().value())
            .put("risk", offer.terms().risk().amount())
            .put("currency", offer.terms().risk().currency().code());
    if (!warnings.isEmpty()) {
      warnings.forEach(json.putArray("warnings")::add);
    }
    return HttpReply.json(202, json);
  }

  private static HttpReply refused(Refusal refusal) {
    ObjectNode body = HttpReply.problemBody(422, refusal.code(), refusal.sentence());
    String remedy = refusal.remedy().sentence();
    return HttpReply.problem(422, remedy.isEmpty() ? body : body.put("remedy", remedy));
  }
}
