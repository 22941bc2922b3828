package io.bitten.core.order;

import io.bitten.core.account.Magic;
import io.bitten.core.account.Ticket;
import io.bitten.core.halt.Halt;

/** What the cloud tells a relay to do. Each kind travels with its {@link CommandHeader}. */
public sealed interface RelayCommand {
  CommandHeader header();

  /** Open the order; the relay loads it, and what it loads must agree with these terms. */
  record Open(CommandHeader header, OrderId order, Magic magic, Terms terms)
      implements RelayCommand {}

  /** Close one position of ours. Closing what is closed is success. */
  record Close(CommandHeader header, OrderId order, Ticket ticket, ExitReason reason)
      implements RelayCommand {}

  /** Close every position of ours in the account. */
  record CloseAll(CommandHeader header, ExitReason reason) implements RelayCommand {}

  /** A halt or its lifting. */
  record SetHalt(CommandHeader header, Halt halt) implements RelayCommand {}

  /** Drop all connections and start anew. */
  record Restart(CommandHeader header) implements RelayCommand {}
}
