package io.bitten.local.telegram;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.Locale;
import java.util.Optional;

/** Which of the next calls fail, and how. Thread-safe. */
public final class FaultScript {
  static final int MAX_SCRIPTED = 10_000;

  private record Scripted(String method, Fault fault) {}

  private final Deque<Scripted> next = new ArrayDeque<>();

  FaultScript() {}

  /**
   * The next calls of a method fail like this.
   *
   * @param method a Bot API method, or {@code *} for any
   */
  public synchronized void failNext(int calls, String method, Fault fault) {
    if (calls < 1 || next.size() + calls > MAX_SCRIPTED) {
      throw new NotPossible("1.." + MAX_SCRIPTED + " calls may be scripted");
    }
    for (int i = 0; i < calls; i++) {
      next.addLast(new Scripted(method.toLowerCase(Locale.ROOT), fault));
    }
  }

  /** Forgets what was scripted. */
  public synchronized void clear() {
    next.clear();
  }

  /** Takes the first fault scripted for this method. */
  synchronized Optional<Fault> take(String method) {
    for (Iterator<Scripted> all = next.iterator(); all.hasNext(); ) {
      Scripted scripted = all.next();
      if (scripted.method().equals("*") || scripted.method().equals(method)) {
        all.remove();
        return Optional.of(scripted.fault());
      }
    }
    return Optional.empty();
  }
}
