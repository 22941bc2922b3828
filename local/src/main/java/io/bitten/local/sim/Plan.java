package io.bitten.local.sim;

import java.util.EnumSet;
import java.util.Set;

/**
 * One story to play.
 *
 * @param seed draws everything
 * @param mutant the guard that is missing
 * @param kind what is played
 * @param without faults that are switched off
 * @param most what it has at most of everybody
 */
record Plan(long seed, Mutant mutant, Kind kind, Set<Fault> without, Most most) {

  /** The way of the orders, the same through the files of the bridge, or the chats. */
  enum Kind {
    ORDERS,
    BRIDGES,
    CHATS
  }

  /** Limits that a shorter story lowers. */
  record Most(int traders, int relays, int acts) {
    static final Most USUAL = new Most(2, 2, 14);
  }

  static Plan of(long seed, Mutant mutant) {
    return new Plan(seed, mutant, Plays.kind(seed, mutant), Set.of(), Most.USUAL);
  }

  /** The same story with every guard. */
  Plan guarded() {
    return new Plan(seed, Mutant.NONE, kind, without, most);
  }

  Plan without(Fault fault) {
    Set<Fault> more = EnumSet.of(fault);
    more.addAll(without);
    return new Plan(seed, mutant, kind, more, most);
  }

  Plan with(Most lower) {
    return new Plan(seed, mutant, kind, without, lower);
  }
}
