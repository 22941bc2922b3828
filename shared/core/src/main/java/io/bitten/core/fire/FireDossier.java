package io.bitten.core.fire;

import io.bitten.core.Versioned;
import io.bitten.core.account.Magic;
import io.bitten.core.order.Order;
import java.util.Optional;

/** A trader's dossier with what he has confirmed. */
public interface FireDossier extends Dossier {
  /** The offer, whoever it was made to. */
  Optional<Offer> offer();

  /** The one order that confirming the offer can place. */
  Optional<Versioned<Order>> order();

  /** A number that no order has or gets, for the order that this fire may place. */
  Magic magic();
}
