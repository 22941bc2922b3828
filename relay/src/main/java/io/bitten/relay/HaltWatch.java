package io.bitten.relay;

import io.bitten.core.halt.Halt;
import io.bitten.core.halt.HaltScope;
import io.bitten.core.halt.Halts;
import io.bitten.core.order.HaltEpochs;
import io.bitten.core.order.Order;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;

/**
 * What this relay knows of the halts that concern it. An entry passes only with a proof, not older
 * than the agreed age, that no scope of it is halted and none has moved on since it was decided.
 */
final class HaltWatch {
  /**
   * Scopes watched at most; beyond it the longest unused is forgotten and read anew when needed.
   */
  private static final int MAX_SCOPES = 1_000;

  /** Whether an entry may pass. */
  sealed interface Verdict {
    record Passes() implements Verdict {}

    record Stopped(HaltScope scope, long epoch) implements Verdict {}

    /** It cannot be proven that nothing is halted. */
    record Unproven(String why) implements Verdict {}
  }

  /** When the cloud last said so, on the ticker. */
  private sealed interface Proof {
    record None() implements Proof {}

    record At(long nanos) implements Proof {}
  }

  private record Known(Halt halt, Proof proof) {}

  private final Halts halts;
  private final LongSupplier ticker;
  private final Duration maxAge;
  private final Map<HaltScope, Known> known =
      new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<HaltScope, Known> eldest) {
          return size() > MAX_SCOPES && eldest.getValue().halt() instanceof Halt.Clear;
        }
      };

  HaltWatch(Halts halts, LongSupplier ticker, Duration maxAge) {
    this.halts = halts;
    this.ticker = ticker;
    this.maxAge = maxAge;
  }

  /** Takes a halt that was told, not read; returns the newest known of its scope. */
  synchronized Halt take(Halt told) {
    Known old = known.getOrDefault(told.scope(), new Known(told, new Proof.None()));
    Halt newest = told.epoch() >= old.halt().epoch() ? told : old.halt();
    known.put(told.scope(), new Known(newest, old.proof()));
    return newest;
  }

  /** Watches a scope from now on. */
  synchronized void watch(HaltScope scope) {
    known.putIfAbsent(scope, new Known(Halt.never(scope), new Proof.None()));
  }

  /** Reads every watched scope anew. */
  void refresh() {
    for (HaltScope scope : scopes()) {
      read(scope);
    }
  }

  Verdict check(Order order) {
    HaltEpochs seen = order.haltEpochs();
    Verdict system = check(new HaltScope.Everything(), seen.system());
    Verdict account =
        system instanceof Verdict.Passes
            ? check(new HaltScope.OneAccount(order.account()), seen.account())
            : system;
    return account instanceof Verdict.Passes
        ? check(new HaltScope.OneUser(order.user()), seen.user())
        : account;
  }

  private Verdict check(HaltScope scope, long seenEpoch) {
    Known state = fresh(scope) ? state(scope) : readOrKeep(scope);
    Halt halt = state.halt();
    if (halt instanceof Halt.Active || halt.epoch() > seenEpoch) {
      return new Verdict.Stopped(scope, halt.epoch());
    }
    return fresh(scope)
        ? new Verdict.Passes()
        : new Verdict.Unproven("no proof within " + maxAge.toSeconds() + " s about " + scope);
  }

  /** Fails closed: an answer that did not come leaves the old proof, which is too old. */
  private Known readOrKeep(HaltScope scope) {
    try {
      read(scope);
    } catch (RuntimeException e) {
      watch(scope);
    }
    return state(scope);
  }

  private void read(HaltScope scope) {
    long askedAt = ticker.getAsLong();
    keep(scope, halts.read(scope), askedAt);
  }

  private synchronized void keep(HaltScope scope, Halt read, long askedAt) {
    Known old = known.get(scope);
    if (old == null || read.epoch() >= old.halt().epoch()) {
      known.put(scope, new Known(read, new Proof.At(askedAt)));
    }
  }

  private synchronized Known state(HaltScope scope) {
    return known.getOrDefault(scope, new Known(Halt.never(scope), new Proof.None()));
  }

  private boolean fresh(HaltScope scope) {
    return switch (state(scope).proof()) {
      case Proof.None none -> false;
      case Proof.At at -> ticker.getAsLong() - at.nanos() <= maxAge.toNanos();
    };
  }

  private synchronized List<HaltScope> scopes() {
    return List.copyOf(known.keySet());
  }
}
