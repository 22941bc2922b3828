package io.bitten.relay.cli;

import java.io.PrintStream;

/** What a check found, a line each. */
final class CheckLines {
  private static final int LONGEST = 300;

  private final PrintStream out;
  private boolean bad;

  CheckLines(PrintStream out) {
    this.out = out;
  }

  void ok(String sentence) {
    out.println("ok   " + sentence);
  }

  /** Nothing is wrong, and a person may not expect it. */
  void note(String sentence) {
    out.println("note " + sentence);
  }

  /** Nothing can be traded before it is mended. */
  void bad(String sentence) {
    bad = true;
    String shown = sentence.lines().findFirst().orElse("");
    out.println("BAD  " + (shown.length() > LONGEST ? shown.substring(0, LONGEST) + "..." : shown));
  }

  boolean areBad() {
    return bad;
  }
}
