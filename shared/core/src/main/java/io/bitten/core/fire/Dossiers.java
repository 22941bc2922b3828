package io.bitten.core.fire;

import io.bitten.core.account.UserId;

/**
 * What is stored about a trader, gathered for one decision: it waits for one round trip to the
 * store or two, not for one a part.
 */
public interface Dossiers {

  /** What a decision about this trader rests on. No part is older than the call. */
  Dossier of(UserId user);

  /** The same, with the confirmed offer and the order that it may have led to. */
  FireDossier of(FireRequest request);
}
