package io.bitten.core.chat;

import io.bitten.core.account.Role;
import io.bitten.core.account.Tier;

/** Who may use a command. */
public sealed interface Access {
  /** Everybody from this tier on. */
  record Tiers(Tier from) implements Access {}

  record Administrators() implements Access {}

  /** Everybody: also what makes things safer, which is never behind a tier. */
  static Access all() {
    return new Tiers(Tier.PRESS_PASS);
  }

  default boolean allows(Tier tier, Role role) {
    return switch (this) {
      case Tiers(Tier from) -> tier.compareTo(from) >= 0;
      case Administrators admins -> role == Role.ADMIN;
    };
  }
}
