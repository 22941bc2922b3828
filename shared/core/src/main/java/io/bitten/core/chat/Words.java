package io.bitten.core.chat;

import io.bitten.core.account.AccountId;
import io.bitten.core.halt.Halt;
import java.util.Locale;
import java.util.Optional;

/**
 * What a person wrote after a command that stops or lifts.
 *
 * @param text one line without control characters, not longer than a reason may be
 * @param positions what becomes of what is open
 */
record Words(String text, Halt.Positions positions) {

  static Words of(String written) {
    String line = written.replaceAll("[\\p{Cntrl}\\s]+", " ").strip();
    return new Words(cut(line), Halt.Positions.STAY);
  }

  boolean empty() {
    return text.isEmpty();
  }

  Words closing() {
    return new Words(text, Halt.Positions.CLOSE);
  }

  /** A first word {@code close} is an instruction, not a part of the reason. */
  Words withClose() {
    return startsWith("close") ? rest().closing() : this;
  }

  boolean startsWith(String word) {
    return first().toLowerCase(Locale.ROOT).equals(word);
  }

  /** Without the first word. */
  Words rest() {
    return new Words(text.substring(first().length()).strip(), positions);
  }

  /** The account that the first word names. */
  Optional<AccountId> account() {
    return first().matches("[0-9]{1,12}@[A-Za-z0-9._-]{1,60}")
        ? Optional.of(new AccountId(first()))
        : Optional.empty();
  }

  /** The words, or when there are none, the other ones. */
  String or(String other) {
    return empty() ? other : text;
  }

  private String first() {
    int space = text.indexOf(' ');
    return space < 0 ? text : text.substring(0, space);
  }

  /** Not through the middle of a character. */
  private static String cut(String line) {
    if (line.length() <= Halt.REASON_MOST) {
      return line;
    }
    int end =
        Character.isHighSurrogate(line.charAt(Halt.REASON_MOST - 1))
            ? Halt.REASON_MOST - 1
            : Halt.REASON_MOST;
    return line.substring(0, end).strip();
  }
}
