package io.bitten.core.chat;

import io.bitten.core.account.Ticket;
import io.bitten.core.signal.SignalId;
import java.util.Arrays;
import java.util.Locale;

/**
 * Reads slash commands: {@code /fire@BittenBot SIG_20240101_001}. Never throws at a stranger's
 * text.
 */
public final class CommandParser {
  private static final int LONGEST_WORD = 32;
  static final int HISTORY_DEFAULT = 5;
  private static final int HISTORY_MOST = 25;

  private final String botName;

  /**
   * @param botName the bot's user name without @; empty when any suffix means us
   */
  public CommandParser(String botName) {
    this.botName = botName;
  }

  public Parsed parse(String text) {
    String trimmed = text.strip();
    if (!trimmed.startsWith("/") || trimmed.length() < 2) {
      return new Parsed.Talk();
    }
    String[] parts = trimmed.substring(1).split("\\s+", 2);
    String[] head = parts[0].split("@", 2);
    if (head.length == 2 && !botName.isEmpty() && !head[1].equalsIgnoreCase(botName)) {
      return new Parsed.ForAnother();
    }
    String typed = head[0].toLowerCase(Locale.ROOT);
    String word = cut(typed);
    String argument = parts.length == 2 ? parts[1].strip() : "";
    return Arrays.stream(CommandName.values())
        .filter(name -> name.word().equals(word))
        .findFirst()
        .map(name -> withArgument(name, argument))
        .orElseGet(() -> new Parsed.Unknown(word));
  }

  /** Not through the middle of a character. */
  private static String cut(String typed) {
    return typed.codePointCount(0, typed.length()) <= LONGEST_WORD
        ? typed
        : typed.substring(0, typed.offsetByCodePoints(0, LONGEST_WORD));
  }

  private static Parsed withArgument(CommandName name, String argument) {
    return switch (name) {
      // A deep link's payload follows /start; nothing depends on it here.
      case START -> new Parsed.Asked(new Command.Plain(name));
      case FIRE -> argument.isEmpty() ? plain(name) : fire(argument);
      case HISTORY -> history(argument);
      case CLOSE -> argument.isEmpty() ? plain(name) : close(argument);
      case EMERGENCY_STOP, PANIC, HALT_ALL, HALT_ACCOUNT, RECOVER ->
          new Parsed.Asked(new Command.Worded(name, argument));
      case HELP, STATUS, ME, SIGNALS, POSITIONS, BALANCE, CLOSEALL ->
          argument.isEmpty() ? plain(name) : new Parsed.WrongArgument(name, "it takes no argument");
    };
  }

  private static Parsed plain(CommandName name) {
    return new Parsed.Asked(new Command.Plain(name));
  }

  private static Parsed fire(String argument) {
    String id = argument.toUpperCase(Locale.ROOT);
    return id.matches("SIG_[0-9]{8}_[0-9]{3,6}")
        ? new Parsed.Asked(new Command.FireOne(new SignalId(id)))
        : new Parsed.WrongArgument(CommandName.FIRE, "a signal's id is needed");
  }

  private static Parsed history(String argument) {
    if (argument.isEmpty()) {
      return new Parsed.Asked(new Command.History(HISTORY_DEFAULT));
    }
    if (argument.matches("[0-9]{1,2}")) {
      int count = Integer.parseInt(argument);
      if (count >= 1 && count <= HISTORY_MOST) {
        return new Parsed.Asked(new Command.History(count));
      }
    }
    return new Parsed.WrongArgument(CommandName.HISTORY, "1 to " + HISTORY_MOST + " trades");
  }

  private static Parsed close(String argument) {
    return argument.matches("[1-9][0-9]{0,17}")
        ? new Parsed.Asked(new Command.CloseOne(new Ticket(Long.parseLong(argument))))
        : new Parsed.WrongArgument(CommandName.CLOSE, "a position's ticket number is needed");
  }
}
