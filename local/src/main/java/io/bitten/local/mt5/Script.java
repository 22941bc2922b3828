package io.bitten.local.mt5;

import java.util.ArrayDeque;
import java.util.Deque;

/** What the next trade requests shall meet; empty means that nothing special happens. */
final class Script {
  private static final int MAX = 10_000;

  private final Deque<Scripted> lines = new ArrayDeque<>();

  void add(Scripted line) {
    if (lines.size() >= MAX) {
      throw new IllegalStateException("more than " + MAX + " scripted answers");
    }
    lines.add(line);
  }

  Scripted next() {
    return lines.isEmpty() ? new Scripted.Nothing() : lines.poll();
  }
}
