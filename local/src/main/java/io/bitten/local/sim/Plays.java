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
    return ofChats(plan)
        ? new ChatStory(plan, telling).play()
        : new Simulation(plan, telling).play();
  }

  /** Whether the real bridge and its files are in it. */
  static boolean ofBridge(Plan plan) {
    return plan.mutant() == Mutant.NONE
        ? Math.floorMod(plan.seed(), BRIDGES_ONE_OF) == 1
        : OF_BRIDGES.contains(plan.mutant());
  }

  private static boolean ofChats(Plan plan) {
    return plan.mutant() == Mutant.NONE
        ? Math.floorMod(plan.seed(), ONE_OF) == 0
        : plan.mutant().compareTo(Mutant.ALERTS_FOR_ALL) >= 0;
  }
}
