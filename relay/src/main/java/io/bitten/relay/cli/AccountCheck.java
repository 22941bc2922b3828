package io.bitten.relay.cli;

import io.bitten.core.account.AccountSnapshot;
import io.bitten.core.relay.Look;
import io.bitten.core.relay.RouteHealth;
import io.bitten.relay.RelayLine;

/** Whether an account's way is up, and shows what its trader needs to fire. */
final class AccountCheck {
  private AccountCheck() {}

  static void of(RelayLine line, CheckLines lines) {
    switch (line.route().health()) {
      case RouteHealth.Up up -> lines.ok(line.account() + ": " + up.detail());
      case RouteHealth.Down down -> lines.bad(line.account() + ": " + down.why());
    }
    look(line, line.route().look(), lines);
  }

  static void look(RelayLine line, Look look, CheckLines lines) {
    switch (look) {
      case Look.Complete complete -> shown(line, complete.snapshot(), lines);
      case Look.Incomplete incomplete -> lines.bad(line.account() + ": " + incomplete.why());
    }
  }

  /** The cloud sizes by the terminal's own numbers, and by none that it does not tell. */
  private static void shown(RelayLine line, AccountSnapshot seen, CheckLines lines) {
    lines.ok(
        "%s: %s, %d positions, %d pairs"
            .formatted(
                line.account(),
                seen.balance().shown(),
                seen.positions().size(),
                seen.specs().size()));
    if (seen.specs().isEmpty()) {
      lines.bad(
          line.account()
              + ": the terminal tells the specification of no pair, so every FIRE is refused"
              + " (SYMBOL_UNKNOWN). "
              + switch (line.route().name()) {
                case FARM -> "The farm has to tell specs in /live_data.";
                case BRIDGE ->
                    "A classic EA never tells any: use ours (mt5/INSTALL.md), and show the pairs"
                        + " in its Market Watch.";
              });
    }
  }
}
