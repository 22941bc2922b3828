package io.bitten.core.chat;

import io.bitten.core.chat.TapTokens.Read;
import java.util.function.Supplier;

/**
 * Tells what gets a person out of the market, or keeps orders from getting in, from everything
 * else, so that it never waits for the rest.
 */
public final class WayOut {
  private final TapTokens tokens;
  private final CommandParser parser;

  /**
   * @param tapSecret the buttons' key as it is now, at least 16 characters
   * @param botName the bot's user name without @; empty when any suffix means us
   */
  public WayOut(Supplier<String> tapSecret, String botName) {
    this.tokens = new TapTokens(tapSecret);
    this.parser = new CommandParser(botName);
  }

  /** Whether it closes or stops; also when its argument is wrong, for its answer puts it right. */
  public boolean is(Incoming incoming) {
    return switch (incoming) {
      case Incoming.Said said -> is(parser.parse(said.text()));
      case Incoming.Tapped tapped ->
          tokens.read(tapped.data(), tapped.user()) instanceof Read.Valid(Tap tap, String token)
              && is(tap);
      case Incoming.Edited edited -> false;
      case Incoming.Moved moved -> false;
    };
  }

  /**
   * Whether it waits for no other kind of update of its chat: every way out, and a lifting, which
   * stays in order with them. One that a stop overtakes would lift that very stop.
   */
  public boolean apart(Incoming incoming) {
    return is(incoming) || lifts(incoming);
  }

  private boolean lifts(Incoming incoming) {
    return incoming instanceof Incoming.Said said
        && parser.parse(said.text()) instanceof Parsed.Asked(Command command)
        && command.name() == CommandName.RECOVER;
  }

  private static boolean is(Parsed parsed) {
    return switch (parsed) {
      case Parsed.Asked asked -> is(asked.command().name());
      case Parsed.WrongArgument wrong -> is(wrong.name());
      case Parsed.Unknown unknown -> false;
      case Parsed.ForAnother other -> false;
      case Parsed.Talk talk -> false;
    };
  }

  private static boolean is(CommandName name) {
    return switch (name) {
      case CLOSE, CLOSEALL, EMERGENCY_STOP, PANIC, HALT_ALL, HALT_ACCOUNT -> true;
      case START, HELP, STATUS, ME, SIGNALS, FIRE, POSITIONS, BALANCE, HISTORY, RECOVER -> false;
    };
  }

  private static boolean is(Tap tap) {
    return tap instanceof Tap.Close || tap instanceof Tap.CloseAll;
  }
}
