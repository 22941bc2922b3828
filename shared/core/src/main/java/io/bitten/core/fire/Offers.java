package io.bitten.core.fire;

import java.util.Optional;

/** The confirmation cards that may still be answered. */
public interface Offers {
  void keep(Offer offer);

  /** Keeps the offer unless another is kept under its id; returns the one that is kept then. */
  Offer keepFirst(Offer offer);

  Optional<Offer> find(OfferId id);
}
