package io.bitten.relay;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** Does every one of many things, also when one of them fails. */
final class Each {
  private Each() {}

  /** Runs every step; the first failure is thrown at the end, with the others behind it. */
  static void run(Runnable... steps) {
    of(List.of(steps), Runnable::run);
  }

  /** Acts on every one; the first failure is thrown at the end, with the others behind it. */
  static <T> void of(List<T> all, Consumer<T> act) {
    whileTrue(
        all,
        one -> {
          act.accept(one);
          return true;
        });
  }

  /** The same until the action says no; a failure says nothing. */
  static <T> void whileTrue(List<T> all, Predicate<T> act) {
    RuntimeException first = null;
    for (T one : all) {
      try {
        if (!act.test(one)) {
          break;
        }
      } catch (RuntimeException e) {
        if (first == null) {
          first = e;
        } else if (first != e) {
          first.addSuppressed(e);
        }
      }
    }
    if (first != null) {
      throw first;
    }
  }
}
