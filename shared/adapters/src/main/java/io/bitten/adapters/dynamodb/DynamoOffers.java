package io.bitten.adapters.dynamodb;

import io.bitten.adapters.json.Json;
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
    inbox.put(
        Item.at(partition(offer.id()), OFFER)
            .with(Item.TTL, expiry.secondsFor(offer.expiresAt()))
            .with(Item.DOC, Json.write(offer)));
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

  private static String partition(OfferId id) {
    return "offer#" + id;
  }
}
