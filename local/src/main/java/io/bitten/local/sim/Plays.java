package io.bitten.local.sim;

/**
 * Every third seed plays the chats and the rest the way of the orders; with a guard missing, all
 * play the kind that it belongs to.
 */
final class Plays {
  private static final int ONE_OF = 3;

  private Plays() {}

  /** Plays the plan as its seed says; the same plan plays the same, bit for bit. */
  static Outcome play(Plan plan, Story.Telling telling) {
    return ofChats(plan)
        ? new ChatStory(plan, telling).play()
        : new Simulation(plan, telling).play();
  }

  private static boolean ofChats(Plan plan) {
    return plan.mutant() == Mutant.NONE
        ? Math.floorMod(plan.seed(), ONE_OF) == 0
        : plan.mutant().compareTo(Mutant.ALERTS_FOR_ALL) >= 0;
  }
}
