package io.bitten.core.account;

/** What a person may do to the platform itself. */
public enum Role {
  TRADER,
  ADMIN
}
