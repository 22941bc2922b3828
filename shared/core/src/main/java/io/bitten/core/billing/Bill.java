package io.bitten.core.billing;

import io.bitten.core.account.UserId;

/**
 * All that is known of one subscription. It is a sum of what the events have said, and comes out
 * the same in whatever order, and however often, they are told: see {@link BillingRules#after}.
 */
public record Bill(BillId id, Claims claims, Standing standing, Payments payments) {

  /** Nothing is known yet. */
  public static Bill blank(BillId id) {
    return new Bill(id, Claims.none(), new Standing.Unseen(), Payments.none());
  }

  boolean heldBy(UserId user) {
    return claims.holder().filter(user::equals).isPresent();
  }

  Bill with(Claims changed) {
    return new Bill(id, changed, standing, payments);
  }

  /** The bill with another standing, whatever was said before. */
  public Bill with(Standing changed) {
    return new Bill(id, claims, changed, payments);
  }

  Bill with(Payments changed) {
    return new Bill(id, claims, standing, changed);
  }
}
