package io.bitten.local.sim;

import java.util.EnumSet;
import java.util.Set;

/**
 * Every third seed plays the chats and the rest the way of the orders, some of them through the
 * files of the bridge; with a guard missing, all play the kind that it belongs to.
 */
final class Plays {
  private static final int ONE_OF = 3;

  /** These cost several times what the others do. */
  static final int BRIDGES_ONE_OF = 30;

  private static final Set<Mutant> OF_BRIDGES =
      EnumSet.range(Mutant.EXPERT_WITHOUT_JOURNAL, Mutant.SILENCE_IS_NOT_SENT);

  private Plays() {}

  /** Plays the plan as its seed says; the same plan plays the same, bit for bit. */
  static Outcome play(Plan plan, Story.Telling telling) {
    return plan.kind() == Plan.Kind.CHATS
        ? new ChatStory(plan, telling).play()
        : new Simulation(plan, telling).play();
  }

  /** What a seed plays with this guard missing. */
  static Plan.Kind kind(long seed, Mutant mutant) {
    if (mutant == Mutant.NONE) {
      boolean chats = Math.floorMod(seed, ONE_OF) == 0;
      boolean bridges = Math.floorMod(seed, BRIDGES_ONE_OF) == 1;
      return chats ? Plan.Kind.CHATS : bridges ? Plan.Kind.BRIDGES : Plan.Kind.ORDERS;
    }
    if (mutant.compareTo(Mutant.ALERTS_FOR_ALL) >= 0) {
      return Plan.Kind.CHATS;
    }
    return OF_BRIDGES.contains(mutant) ? Plan.Kind.BRIDGES : Plan.Kind.ORDERS;
  }
}
