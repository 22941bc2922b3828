package io.bitten.core.fire;

import java.util.Optional;

/** The confirmation cards that may still be answered. */
public interface Offers {
  void keep(Offer offer);

  Optional<Offer> find(OfferId id);
}
