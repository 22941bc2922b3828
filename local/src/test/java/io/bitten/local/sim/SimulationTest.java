package io.bitten.local.sim;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A short run of the fault simulation, and the proof that its checks can fail. */
final class SimulationTest {
  private static final int SHORT = 250;
  private static final int BOUND = 2_000;
  private static final int BRIDGES = Plays.BRIDGES_ONE_OF;
  private static final LikelySeeds LIKELY = LikelySeeds.read();

  @AfterAll
  static void writeWhatWasFound() {
    LIKELY.write();
  }

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
    List<Long> brought = new ArrayList<>();
    LIKELY.of(Mutant.NONE).stream()
        .filter(seed -> seed >= 1 && (seed <= BOUND || (seed <= 2 * BOUND && bridged(seed))))
        .takeWhile(seed -> !missing.isEmpty())
        .forEach(seed -> play(seed, missing, brought));
    for (long seed = 1;
        seed <= 2 * BOUND && any(missing, Fault.ofBridgesAlone());
        seed += BRIDGES) {
      play(seed, missing, brought);
    }
    for (long seed = 1; seed <= BOUND && !missing.isEmpty(); seed++) {
      play(seed, missing, brought);
    }
    assertThat(missing).isEmpty();
    // The last to be found brought the rarest, and most of what came before as well.
    LIKELY.found(Mutant.NONE, brought.reversed());
  }

  private static boolean bridged(long seed) {
    return Plays.kind(seed, Mutant.NONE) == Plan.Kind.BRIDGES;
  }

  private static boolean any(Set<Fault> missing, Set<Fault> of) {
    return missing.stream().anyMatch(of::contains);
  }

  private static void play(long seed, Set<Fault> missing, List<Long> brought) {
    Outcome outcome = Plays.play(Plan.of(seed, Mutant.NONE), Story.Telling.HASH_ONLY);
    if (missing.removeAll(outcome.trace().faults().keySet())) {
      brought.add(seed);
    }
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
    List<SimRun.Violation> fallen = fallen(mutant);

    assertThat(fallen).as(mutant.words()).isNotEmpty();
    assertThat(mutant.falls())
        .as("what may fall without it")
        .containsAnyElementsOf(
            fallen.stream().map(one -> Invariant.valueOf(one.invariant())).distinct().toList());
    Plan same = Plan.of(fallen.getFirst().seed(), mutant).guarded();
    assertThat(Plays.play(same, Story.Telling.HASH_ONLY))
        .as("the same seed with every guard")
        .isInstanceOf(Outcome.Held.class);
    LIKELY.found(
        mutant, List.of(fallen.stream().filter(meant(mutant)).findFirst().orElseThrow().seed()));
  }

  /**
   * What fell in a likely seed, if that is meant to; or else in the first seeds up to the bound.
   */
  private static List<SimRun.Violation> fallen(Mutant mutant) {
    return LIKELY.of(mutant).stream()
        .filter(seed -> seed >= 1 && seed <= BOUND)
        .map(seed -> SimRun.play(mutant.label(), seed, 1, played -> {}).violations())
        .filter(fallen -> fallen.stream().anyMatch(meant(mutant)))
        .findFirst()
        .orElseGet(() -> SimRun.untilOneFalls(mutant.label(), 1, BOUND).violations());
  }

  private static Predicate<SimRun.Violation> meant(Mutant mutant) {
    return fallen -> mutant.falls().contains(Invariant.valueOf(fallen.invariant()));
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
    SimRun.Violation violation = fallen(Mutant.NO_LEASE).getFirst();

    SimStory.Told story = SimStory.of(Mutant.NO_LEASE.label(), violation.seed());

    assertThat(story.invariant()).isEqualTo(violation.invariant());
    assertThat(story.lines()).last().asString().contains(violation.invariant());
    assertThat(List.copyOf(story.left()).size()).isLessThan(Fault.values().length / 2);
  }
}
