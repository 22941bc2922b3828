package io.bitten.core.chat;

/** What a text message turned out to be. */
public sealed interface Parsed {
  record Asked(Command command) implements Parsed {}

  /** A known command with an argument it does not take. */
  record WrongArgument(CommandName name, String why) implements Parsed {}

  /** A command nobody knows. */
  record Unknown(String typed) implements Parsed {}

  /** A command for another bot in the same chat. */
  record ForAnother() implements Parsed {}

  /** No command. */
  record Talk() implements Parsed {}
}
