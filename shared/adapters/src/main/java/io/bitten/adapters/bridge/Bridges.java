package io.bitten.adapters.bridge;

import io.bitten.core.account.AccountId;
import io.bitten.core.relay.Route;

/** The bridge that speaks a terminal's profile. */
public final class Bridges {
  private Bridges() {}

  public static Route of(AccountId account, BridgeSettings settings, ClassicBridge.Around around) {
    return switch (settings.profile()) {
      case CLASSIC -> new ClassicBridge(account, settings, around);
      case JOURNALED -> new JournaledBridge(account, settings, around);
    };
  }
}
