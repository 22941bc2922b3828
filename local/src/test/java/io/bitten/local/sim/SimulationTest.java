package io.bitten.local.sim;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A short run of the fault simulation, and the proof that its checks can fail. */
final class SimulationTest {
  private static final int SHORT = 250;
  private static final int BOUND = 2_000;
  private static final int BRIDGES = Plays.BRIDGES_ONE_OF;

  @Test
  void every_invariant_holds_in_a_short_run() {
    SimRun.Sum sum = SimRun.play("", 1, SHORT, played -> {});

    assertThat(sum.violations()).isEmpty();
    assertThat(sum.states().keySet())
        .contains("CLOSED", "CLOSING", "DEAD", "EXPIRED", "FILLED", "KILLED", "NEW", "PROTECTED")
        .contains("REJECTED", "SUBMITTING", "UNKNOWN", "UNPROTECTED")
        .contains("ORPHAN_CLOSING", "ORPHAN_CLOSED")
        .contains("ALERT_MISSED", "ALERT_SENT", "UNREACHABLE");
  }

  /** The bridge's own come in one story of thirty: those are played first. */
  @Test
  void every_fault_comes() {
    Set<Fault> missing = EnumSet.allOf(Fault.class);
    for (long seed = 1;
        seed <= 2 * BOUND && any(missing, Fault.ofBridgesAlone());
        seed += BRIDGES) {
      missing.removeAll(faults(seed));
    }
    for (long seed = 1; seed <= BOUND && !missing.isEmpty(); seed++) {
      missing.removeAll(faults(seed));
    }
    assertThat(missing).isEmpty();
  }

  private static boolean any(Set<Fault> missing, Set<Fault> of) {
    return missing.stream().anyMatch(of::contains);
  }

  private static Set<Fault> faults(long seed) {
    Outcome outcome = Plays.play(Plan.of(seed, Mutant.NONE), Story.Telling.HASH_ONLY);
    return outcome.trace().faults().keySet();
  }

  @Test
  void the_same_seeds_play_the_same_stories() {
    SimRun.Sum first = SimRun.play("", 1, 30, played -> {});
    SimRun.Sum again = SimRun.play("", 1, 30, played -> {});

    assertThat(again).isEqualTo(first);
    assertThat(SimRun.play("", 2, 30, played -> {}).sha256()).isNotEqualTo(first.sha256());
  }

  @ParameterizedTest
  @MethodSource
  void what_one_guard_keeps_away_comes_without_it(Mutant mutant) {
    List<SimRun.Violation> fallen = SimRun.untilOneFalls(mutant.label(), 1, BOUND).violations();

    assertThat(fallen).as(mutant.words()).isNotEmpty();
    assertThat(mutant.falls())
        .as("what may fall without it")
        .containsAnyElementsOf(
            fallen.stream().map(one -> Invariant.valueOf(one.invariant())).distinct().toList());
    Plan same = Plan.of(fallen.getFirst().seed(), mutant).guarded();
    assertThat(Plays.play(same, Story.Telling.HASH_ONLY))
        .as("the same seed with every guard")
        .isInstanceOf(Outcome.Held.class);
  }

  @Test
  void every_invariant_has_a_mutant_that_is_there_for_it() {
    assertThat(Arrays.stream(Mutant.values()).flatMap(one -> one.falls().stream().limit(1)))
        .contains(Invariant.values());
  }

  static Stream<Mutant> what_one_guard_keeps_away_comes_without_it() {
    return Arrays.stream(Mutant.values()).filter(mutant -> mutant != Mutant.NONE);
  }

  @Test
  void a_fallen_invariant_is_told_in_words_with_no_more_faults_than_it_needs() {
    SimRun.Sum sum = SimRun.untilOneFalls(Mutant.NO_LEASE.label(), 1, BOUND);
    SimRun.Violation violation = sum.violations().getFirst();

    SimStory.Told story = SimStory.of(Mutant.NO_LEASE.label(), violation.seed());

    assertThat(story.invariant()).isEqualTo(violation.invariant());
    assertThat(story.lines()).last().asString().contains(violation.invariant());
    assertThat(List.copyOf(story.left()).size()).isLessThan(Fault.values().length / 2);
  }
}
