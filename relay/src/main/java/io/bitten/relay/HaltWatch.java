package io.bitten.relay;

import io.bitten.core.halt.Halt;
import io.bitten.core.halt.HaltScope;
import io.bitten.core.halt.Halts;
import io.bitten.core.order.HaltEpochs;
import io.bitten.core.order.Order;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/**
 * What this relay knows of the halts that concern it. An entry passes only with a proof, not older
 * than the agreed age, that no scope of it is halted and none has moved on since it was decided.
 */
final class HaltWatch {
  /**
   * Scopes kept beside the watched ones; beyond it the longest unused is forgotten and read anew
   * when needed.
   */
  private static final int MOST_OTHERS = 1_000;

  /** Scopes read by one request; when it fails, only these keep their older proofs. */
  private static final int A_READ = 100;

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
  private final Consumer<Halt> news;
  private final Set<HaltScope> watched = new LinkedHashSet<>();

  /** The longest unused first. */
  private final Map<HaltScope, Known> known = new LinkedHashMap<>(16, 0.75f, true);

  /**
   * @param news hears the newest halt of a scope once, by whatever way it came
   */
  HaltWatch(Halts halts, LongSupplier ticker, Duration maxAge, Consumer<Halt> news) {
    this.halts = halts;
    this.ticker = ticker;
    this.maxAge = maxAge;
    this.news = news;
  }

  /** Takes a halt that was told, not read; returns the newest known of its scope. */
  Halt take(Halt told) {
    Halt newest;
    boolean isNews;
    synchronized (this) {
      Known old = known.getOrDefault(told.scope(), unheard(told.scope()));
      isNews = told.epoch() > old.halt().epoch();
      newest = isNews ? told : old.halt();
      remember(told.scope(), new Known(newest, old.proof()));
    }
    if (isNews) {
      news.accept(newest);
    }
    return newest;
  }

  /** Keeps the scope's proof young from now on. */
  synchronized void watch(HaltScope scope) {
    watched.add(scope);
  }

  /** Reads the scope from now on only when it is asked about. */
  synchronized void unwatch(HaltScope scope) {
    watched.remove(scope);
  }

  /**
   * Reads every watched scope anew, many by one request.
   *
   * @throws RuntimeException when a request failed; its scopes keep their older proofs, all others
   *     have a new one
   */
  void refresh() {
    List<HaltScope> scopes = watched();
    List<RuntimeException> failures = new ArrayList<>();
    for (int from = 0; from < scopes.size(); from += A_READ) {
      try {
        read(scopes.subList(from, Math.min(from + A_READ, scopes.size())));
      } catch (RuntimeException e) {
        failures.add(e);
      }
    }
    Optional<RuntimeException> first = failures.stream().findFirst();
    if (first.isPresent()) {
      throw first.get();
    }
  }

  /** Whether the order may go on; asks the cloud where the proof is too old or too little. */
  Verdict check(Order order) {
    HaltEpochs seen = order.haltEpochs();
    for (HaltScope scope : HaltScope.over(order.account(), order.user())) {
      Verdict verdict = check(scope, seen);
      if (!(verdict instanceof Verdict.Passes)) {
        return verdict;
      }
    }
    return new Verdict.Passes();
  }

  /** The same by what is known now, without asking. */
  Verdict known(Order order) {
    for (HaltScope scope : HaltScope.over(order.account(), order.user())) {
      Halt halt = state(scope).halt();
      if (order.haltEpochs().overtakenBy(halt)) {
        return new Verdict.Stopped(scope, halt.epoch());
      }
      if (!fresh(scope)) {
        return unproven(scope);
      }
    }
    return new Verdict.Passes();
  }

  /** How the scopes stand as they are known now, without asking: the first that does not pass. */
  Verdict standing(List<HaltScope> scopes) {
    for (HaltScope scope : scopes) {
      Halt halt = state(scope).halt();
      if (halt instanceof Halt.Active) {
        return new Verdict.Stopped(scope, halt.epoch());
      }
      if (!fresh(scope)) {
        return unproven(scope);
      }
    }
    return new Verdict.Passes();
  }

  /** The newest known halt of a scope. */
  Halt newest(HaltScope scope) {
    return state(scope).halt();
  }

  private Verdict check(HaltScope scope, HaltEpochs seen) {
    // An order that saw a newer epoch than this relay knows was decided after a lifting.
    boolean enough = fresh(scope) && state(scope).halt().epoch() >= seen.seen(scope);
    Halt halt = (enough ? state(scope) : readOrKeep(scope)).halt();
    if (seen.overtakenBy(halt)) {
      return new Verdict.Stopped(scope, halt.epoch());
    }
    return fresh(scope) ? new Verdict.Passes() : unproven(scope);
  }

  private Verdict unproven(HaltScope scope) {
    return new Verdict.Unproven("no proof within " + maxAge.toSeconds() + " s about " + scope);
  }

  /** Fails closed: an answer that did not come leaves the old proof, which is too old. */
  private Known readOrKeep(HaltScope scope) {
    try {
      read(List.of(scope));
    } catch (RuntimeException e) {
      return state(scope);
    }
    return state(scope);
  }

  private void read(List<HaltScope> scopes) {
    long askedAt = ticker.getAsLong();
    Map<HaltScope, Halt> read = halts.read(scopes);
    // In their own order: that of the map is another one in each process.
    scopes.forEach(scope -> keep(scope, read.get(scope), askedAt));
  }

  private void keep(HaltScope scope, Halt read, long askedAt) {
    boolean isNews;
    synchronized (this) {
      Known old = known.getOrDefault(scope, unheard(scope));
      isNews = read.epoch() > old.halt().epoch();
      if (read.epoch() >= old.halt().epoch()) {
        remember(scope, new Known(read, new Proof.At(askedAt)));
      }
    }
    if (isNews) {
      news.accept(read);
    }
  }

  private synchronized Known state(HaltScope scope) {
    return known.getOrDefault(scope, unheard(scope));
  }

  private static Known unheard(HaltScope scope) {
    return new Known(Halt.never(scope), new Proof.None());
  }

  private boolean fresh(HaltScope scope) {
    return switch (state(scope).proof()) {
      case Proof.None none -> false;
      case Proof.At at -> ticker.getAsLong() - at.nanos() <= maxAge.toNanos();
    };
  }

  private synchronized List<HaltScope> watched() {
    return List.copyOf(watched);
  }

  private void remember(HaltScope scope, Known newest) {
    known.put(scope, newest);
    if (known.size() > watched.size() + MOST_OTHERS) {
      known.keySet().stream()
          .filter(one -> !watched.contains(one))
          .findFirst()
          .ifPresent(known::remove);
    }
  }
}
