package io.bitten.core.memory;

import io.bitten.core.fire.Offer;
import io.bitten.core.fire.OfferId;
import io.bitten.core.fire.Offers;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The cards; an expired one is still found, so that a late tap hears why. */
public final class MemoryOffers implements Offers {
  private final Map<OfferId, Offer> offers = new ConcurrentHashMap<>();

  @Override
  public void keep(Offer offer) {
    offers.put(offer.id(), offer);
  }

  @Override
  public Offer keepFirst(Offer offer) {
    Offer before = offers.putIfAbsent(offer.id(), offer);
    return before == null ? offer : before;
  }

  @Override
  public Optional<Offer> find(OfferId id) {
    return Optional.ofNullable(offers.get(id));
  }
}
