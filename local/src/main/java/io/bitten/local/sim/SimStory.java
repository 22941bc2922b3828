package io.bitten.local.sim;

import java.util.ArrayList;
import java.util.List;

/** One seed's story in words, as short as it can be made while the same invariant falls. */
public final class SimStory {
  private static final int TRIES = 200;

  private SimStory() {}

  /**
   * The story of a seed.
   *
   * @param invariant empty when every invariant held
   * @param left the faults that the shortest story still has
   */
  public record Told(String invariant, String what, List<String> lines, List<String> left) {
    public Told {
      lines = List.copyOf(lines);
      left = List.copyOf(left);
    }
  }

  /** Plays a seed and, when an invariant falls, leaves out whatever is not needed for it. */
  public static Told of(String mutant, long seed) {
    Mutant missing = mutant.isEmpty() ? Mutant.NONE : Mutant.named(mutant).orElseThrow();
    Plan plan = Plan.of(seed, missing);
    Outcome outcome = Plays.play(plan, Story.Telling.WORDS);
    return switch (outcome) {
      case Outcome.Held held -> new Told("", "", held.trace().lines(), List.of());
      case Outcome.Fell fell -> shortest(plan, fell);
    };
  }

  private static Told shortest(Plan plan, Outcome.Fell first) {
    Plan best = plan;
    Outcome.Fell fell = first;
    int tries = 0;
    boolean shorter = true;
    while (shorter && tries < TRIES) {
      shorter = false;
      for (Plan smaller : smaller(best, fell)) {
        tries++;
        if (Plays.play(smaller, Story.Telling.WORDS) instanceof Outcome.Fell again
            && again.invariant() == first.invariant()) {
          best = smaller;
          fell = again;
          shorter = true;
          break;
        }
      }
    }
    return new Told(
        fell.invariant().name(),
        fell.what(),
        fell.trace().lines(),
        fell.trace().faults().keySet().stream().map(Fault::name).toList());
  }

  private static List<Plan> smaller(Plan plan, Outcome.Fell fell) {
    List<Plan> smaller = new ArrayList<>();
    Plan.Most most = plan.most();
    if (most.relays() > 1) {
      smaller.add(plan.with(new Plan.Most(most.traders(), 1, most.acts())));
    }
    if (most.traders() > 1) {
      smaller.add(plan.with(new Plan.Most(1, most.relays(), most.acts())));
    }
    for (int acts = 1; acts < most.acts(); acts *= 2) {
      smaller.add(plan.with(new Plan.Most(most.traders(), most.relays(), acts)));
    }
    fell.trace().faults().keySet().forEach(fault -> smaller.add(plan.without(fault)));
    return smaller;
  }
}
