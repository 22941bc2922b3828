package io.bitten.adapters.dynamodb;

import io.bitten.adapters.json.Json;
import io.bitten.core.Contention;
import io.bitten.core.fire.Offer;
import io.bitten.core.fire.OfferId;
import io.bitten.core.fire.Offers;
import java.util.Optional;

/**
 * The confirmation cards. One that has expired is still found for about a day, so that a late tap
 * hears why; whoever reads it compares its expiry.
 */
public final class DynamoOffers implements Offers {
  private static final String OFFER = "offer";

  private final Table inbox;
  private final Expiry expiry;

  DynamoOffers(Table inbox, Expiry expiry) {
    this.inbox = inbox;
    this.expiry = expiry;
  }

  @Override
  public void keep(Offer offer) {
    inbox.put(item(offer));
  }

  @Override
  public Offer keepFirst(Offer offer) {
    return inbox.putIf(item(offer), Condition.absent())
        ? offer
        : find(offer.id())
            .orElseThrow(() -> new Contention("offer " + offer.id() + " is just running out"));
  }

  @Override
  public Optional<Offer> find(OfferId id) {
    return inbox.get(partition(id), OFFER).map(this::read);
  }

  Place place(OfferId id) {
    return inbox.place(partition(id), OFFER);
  }

  Offer read(Item item) {
    return Json.read(item.text(Item.DOC), Offer.class);
  }

  private Item item(Offer offer) {
    return Item.at(partition(offer.id()), OFFER)
        .with(Item.TTL, expiry.secondsFor(offer.expiresAt()))
        .with(Item.DOC, Json.write(offer));
  }

  private static String partition(OfferId id) {
    return "offer#" + id;
  }
}
