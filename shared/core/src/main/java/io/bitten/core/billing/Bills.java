package io.bitten.core.billing;

import io.bitten.core.Versioned;
import io.bitten.core.Written;
import io.bitten.core.account.UserId;
import java.util.List;
import java.util.Optional;

/** What is known of everybody's subscriptions. */
public interface Bills {
  Optional<Versioned<Bill>> find(BillId id);

  /** Stores when the version is still the stored one; version 0 creates. */
  Written save(Versioned<Bill> bill);

  /** From now on {@link #of} shows the bill among the person's, also when it is said again. */
  void list(UserId user, BillId bill);

  /**
   * The bills listed under the person, as they are stored now, in the order of their ids. One that
   * is not stored is left out.
   *
   * @param limit at most so many
   */
  List<Bill> of(UserId user, int limit);
}
