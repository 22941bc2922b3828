package io.bitten.local.sim;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;

/**
 * Plays many seeds on all cores. A seed's story does not depend on any other, and what is summed up
 * here is summed up in the order of the seeds.
 */
public final class SimRun {
  /** Violations whose seeds are kept; the rest are counted. */
  private static final int KEPT = 100;

  private static final int CHUNK = 50;

  /** A seed whose story broke an invariant. */
  public record Violation(long seed, String invariant, String what) {}

  /**
   * What all stories amount to.
   *
   * @param violations the first of them, by seed
   * @param sha256 over the stories' own, in the order of the seeds
   */
  public record Sum(
      int seeds,
      int broken,
      List<Violation> violations,
      String sha256,
      Map<String, Long> faults,
      Map<String, Long> states) {
    public Sum {
      violations = List.copyOf(violations);
    }
  }

  private final Mutant mutant;
  private final long first;
  private final int count;
  private final byte[][] hashes;
  private final AtomicInteger next = new AtomicInteger();
  private final AtomicInteger played = new AtomicInteger();
  private final List<Violation> violations = new ArrayList<>();
  private final Map<Fault, Long> faults = new EnumMap<>(Fault.class);
  private final Map<String, Long> states = new TreeMap<>();

  private SimRun(Mutant mutant, long first, int count) {
    this.mutant = mutant;
    this.first = first;
    this.count = count;
    this.hashes = new byte[count][];
  }

  /**
   * Plays {@code count} seeds from {@code first} on.
   *
   * @param mutant the label of a mutant; empty for none
   * @param progress told how many are played, now and then, from any thread
   */
  public static Sum play(String mutant, long first, int count, IntConsumer progress) {
    Mutant missing =
        mutant.isEmpty()
            ? Mutant.NONE
            : Mutant.named(mutant)
                .orElseThrow(() -> new IllegalArgumentException("there is no mutant " + mutant));
    return new SimRun(missing, first, count).play(progress);
  }

  /** The first seeds in which an invariant falls, at most {@code most} of them tried. */
  public static Sum untilOneFalls(String mutant, long first, int most) {
    for (int tried = 0; tried < most; tried += CHUNK) {
      Sum sum = play(mutant, first + tried, Math.min(CHUNK, most - tried), played -> {});
      if (sum.broken() > 0) {
        return sum;
      }
    }
    return play(mutant, first, 1, played -> {});
  }

  private Sum play(IntConsumer progress) {
    List<Thread> threads = new ArrayList<>();
    List<Throwable> surprises = new ArrayList<>();
    for (int i = 0; i < Runtime.getRuntime().availableProcessors(); i++) {
      Thread thread = new Thread(() -> work(progress), "sim-" + i);
      thread.setUncaughtExceptionHandler(
          (one, e) -> {
            synchronized (surprises) {
              surprises.add(e);
            }
          });
      thread.start();
      threads.add(thread);
    }
    try {
      for (Thread thread : threads) {
        thread.join();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while the seeds are played", e);
    }
    if (!surprises.isEmpty()) {
      throw new IllegalStateException("the simulation itself failed", surprises.getFirst());
    }
    return sum();
  }

  private void work(IntConsumer progress) {
    for (int i = next.getAndIncrement(); i < count; i = next.getAndIncrement()) {
      long seed = first + i;
      Outcome outcome = Plays.play(Plan.of(seed, mutant), Story.Telling.HASH_ONLY);
      hashes[i] = outcome.trace().sha256();
      keep(seed, outcome);
      progress.accept(played.incrementAndGet());
    }
  }

  private synchronized void keep(long seed, Outcome outcome) {
    outcome.trace().faults().forEach((fault, n) -> faults.merge(fault, (long) n, Long::sum));
    outcome.trace().states().forEach((state, n) -> states.merge(state, (long) n, Long::sum));
    if (outcome instanceof Outcome.Fell fell) {
      violations.add(new Violation(seed, fell.invariant().name(), fell.what()));
    }
  }

  private Sum sum() {
    violations.sort(Comparator.comparingLong(Violation::seed));
    Map<String, Long> named = new TreeMap<>();
    faults.forEach((fault, n) -> named.put(fault.name(), n));
    return new Sum(
        count,
        violations.size(),
        violations.subList(0, Math.min(KEPT, violations.size())),
        combined(),
        named,
        states);
  }

  private String combined() {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      for (byte[] hash : hashes) {
        digest.update(hash);
      }
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  /** The mutants' labels and what each is missing. */
  public static Map<String, String> mutants() {
    Map<String, String> all = new LinkedHashMap<>();
    for (Mutant one : Mutant.values()) {
      if (one != Mutant.NONE) {
        all.put(one.label(), one.words());
      }
    }
    return all;
  }
}
