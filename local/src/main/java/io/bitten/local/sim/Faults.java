package io.bitten.local.sim;

import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;

/**
 * The dice of one seed. Which faults a story knows and how often they come is drawn once; every
 * question draws, also one about a fault that is switched off, so that leaving one out changes as
 * little else as can be.
 */
final class Faults {
  private static final int WHOLE = 1 << 16;
  private static final int USUAL = 4;
  private static final int SELDOM = 128;

  /** Of 65,536: off, rare, sometimes, often. */
  private static final int[] RATES = {0, 0, 1_200, 6_000, 24_000};

  private final SplittableRandom random;
  private final Map<Fault, Integer> rates = new EnumMap<>(Fault.class);
  private final Map<Fault, Integer> seen = new EnumMap<>(Fault.class);
  private final Timeline time;
  private final Story story;
  private boolean calm;
  private long troubleUntil;

  Faults(SplittableRandom random, Known known, Timeline time, Story story) {
    this.random = random;
    this.time = time;
    this.story = story;
    for (Fault fault : Fault.values()) {
      rates.put(fault, 0);
    }
    for (Fault fault : known.all()) {
      int rate = RATES[random.nextInt(RATES.length)];
      rates.put(fault, known.without().contains(fault) ? 0 : rate);
    }
  }

  /** What a story of its kind may know, in the order of their names, and what is switched off. */
  record Known(Set<Fault> all, Set<Fault> without) {
    Known {
      all = Collections.unmodifiableSet(EnumSet.copyOf(all));
      without = Set.copyOf(without);
    }
  }

  /** Whether it happens now. */
  boolean hit(Fault fault) {
    return hit(fault, USUAL);
  }

  /** The same for what is asked a few times in a whole story. */
  boolean often(Fault fault) {
    return hit(fault, 1);
  }

  /** Mostly, in a story that knows it at all: for what follows from another fault. */
  boolean mostly(Fault fault) {
    boolean now = percent(80);
    if (calm || !now || rates.get(fault) == 0) {
      return false;
    }
    happened(fault);
    return true;
  }

  /** The same for what is asked at every step of everything. */
  boolean seldom(Fault fault) {
    return hit(fault, SELDOM);
  }

  private boolean hit(Fault fault, int oneIn) {
    int draw = random.nextInt(WHOLE * oneIn);
    if (calm || draw >= rates.get(fault)) {
      return false;
    }
    happened(fault);
    return true;
  }

  /** What nobody asked the dice about. */
  void came(Fault fault) {
    happened(fault);
  }

  private void happened(Fault fault) {
    seen.merge(fault, 1, Integer::sum);
    story.tell("!", fault.words());
    if (fault.stopsRepairs()) {
      trouble(0);
    }
  }

  /** Something keeps repairs from working for so long. */
  void trouble(long ms) {
    troubleUntil = Math.max(troubleUntil, time.now() + ms);
  }

  long troubleUntil() {
    return troubleUntil;
  }

  /** Something that follows from faults and is worth telling. */
  void note(String who, String what) {
    story.tell(who, what);
  }

  /** From now on nothing goes wrong any more. */
  void calm() {
    calm = true;
    story.tell("", "from here on nothing goes wrong");
  }

  boolean isCalm() {
    return calm;
  }

  int below(int bound) {
    return random.nextInt(bound);
  }

  /** From the first, inclusive, to the last, inclusive. */
  long between(long first, long last) {
    return random.nextLong(first, last + 1);
  }

  boolean percent(int chance) {
    return random.nextInt(100) < chance;
  }

  Map<Fault, Integer> seen() {
    return seen;
  }
}
