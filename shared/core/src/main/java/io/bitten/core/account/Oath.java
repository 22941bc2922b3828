package io.bitten.core.account;

import java.time.Instant;

/** Whether a trader has accepted the terms and the risk notice. */
public sealed interface Oath {
  record NotTaken() implements Oath {}

  record Taken(String termsVersion, Instant at) implements Oath {}
}
