package io.bitten.core.chat;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The command that somebody may have meant who typed one that does not exist. */
final class Nearest {
  /** Shorter words begin too many commands to mean one. */
  private static final int SHORTEST_PART = 3;

  private Nearest() {}

  /** Of these commands the one that is like the word; empty when none is. */
  static Optional<CommandName> to(String word, List<CommandName> among) {
    return among.stream()
        .filter(name -> like(word, name.word()))
        .min(Comparator.comparingInt(name -> distance(word, name.word())));
  }

  /** Nobody means a command of which more than half is different. */
  private static boolean like(String word, String name) {
    return 2 * distance(word, name) <= Math.max(word.length(), name.length());
  }

  /** Nothing for the beginning or the last word of a name, else Levenshtein's edit distance. */
  private static int distance(String word, String name) {
    boolean part = name.startsWith(word) || name.endsWith("_" + word);
    return part && word.length() >= SHORTEST_PART ? 0 : edits(word, name);
  }

  private static int edits(String one, String other) {
    int[] row = new int[other.length() + 1];
    for (int column = 0; column < row.length; column++) {
      row[column] = column;
    }
    for (int line = 1; line <= one.length(); line++) {
      int diagonal = row[0];
      row[0] = line;
      for (int column = 1; column < row.length; column++) {
        int above = row[column];
        int change = one.charAt(line - 1) == other.charAt(column - 1) ? 0 : 1;
        row[column] = Math.min(diagonal + change, 1 + Math.min(above, row[column - 1]));
        diagonal = above;
      }
    }
    return row[other.length()];
  }
}
