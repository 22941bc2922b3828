package io.bitten.core.chat;

import io.bitten.core.account.Ticket;
import io.bitten.core.signal.SignalId;

/** What a person asked for with a slash command. */
public sealed interface Command {
  CommandName name();

  /** A command without an argument. */
  record Plain(CommandName name) implements Command {}

  /** A command with words of the person's own, which may be none. */
  record Worded(CommandName name, String words) implements Command {}

  /** Fire one signal, named by its id. */
  record FireOne(SignalId signal) implements Command {
    @Override
    public CommandName name() {
      return CommandName.FIRE;
    }
  }

  /** The last trades, 1..25 of them. */
  record History(int count) implements Command {
    @Override
    public CommandName name() {
      return CommandName.HISTORY;
    }
  }

  /** Close one position, named by its ticket. */
  record CloseOne(Ticket ticket) implements Command {
    @Override
    public CommandName name() {
      return CommandName.CLOSE;
    }
  }
}
