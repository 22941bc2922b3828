package io.bitten.relay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bitten.core.Some;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A relay dies at every single moment around every call, and the next one goes on. */
class CrashTest {
  private static final Set<Mood> SENDS_NOTHING =
      EnumSet.of(Mood.REFUSES, Mood.CANNOT_BE_REACHED, Mood.LOSES_THE_REQUEST);

  @TempDir Path folder;

  @ParameterizedTest
  @EnumSource(Mood.class)
  void a_crash_at_any_moment_of_an_entry_never_sends_twice(Mood mood) {
    int points =
        everywhere(
            mood,
            new Play(
                (bench, relay) -> relay.step(RelayBench.open()),
                CrashTest::assertGoesOn,
                bench ->
                    assertThat(bench.terminal.entryDeals(Some.magic()))
                        .isEqualTo(SENDS_NOTHING.contains(mood) ? 0 : 1)));
    assertThat(points).isGreaterThan(20);
  }

  @Test
  void a_crash_at_any_moment_of_a_close_loses_nothing() {
    int points =
        everywhere(
            Mood.FILLS,
            new Play(
                (bench, relay) -> {
                  relay.step(RelayBench.open());
                  if (Holding.of(bench.order().state()).isPresent()) {
                    relay.step(bench.closeCommand());
                  }
                },
                CrashTest::assertCloses,
                bench -> assertThat(bench.state()).isEqualTo("CLOSING")));
    assertThat(points).isGreaterThan(40);
  }

  /** What is done, what has to come of it after a crash, and what without one. */
  private record Play(
      BiConsumer<RelayBench, Relay> work, After crashed, Consumer<RelayBench> survived) {}

  /** What has to come of a crash. */
  private interface After {
    void hold(RelayBench bench, Mood mood, String where);
  }

  @ParameterizedTest
  @ValueSource(strings = {"before Route.open", "after Route.open"})
  void an_intent_without_a_result_is_unknown_before_any_new_work(String moment) {
    try (RelayBench bench = new RelayBench(folder.resolve(moment.replace(' ', '-')))) {
      Relay first = bench.boot(Crashes.at(moment));
      assertThatThrownBy(() -> first.step(RelayBench.open())).isInstanceOf(Crashes.Crash.class);
      assertThat(bench.state()).isEqualTo("SUBMITTING");
      bench.boot().recover();
      assertThat(bench.state()).isEqualTo("UNKNOWN");
      assertThat(bench.journal().intents()).isEmpty();
    }
  }

  /** Runs the work with a crash at each moment; returns how many moments there are. */
  private int everywhere(Mood mood, Play play) {
    for (int point = 1; ; point++) {
      try (RelayBench bench = new RelayBench(folder.resolve(mood + "-" + point))) {
        bench.terminal.mood(mood);
        Crashes crashes = Crashes.at(point);
        try {
          Relay first = bench.boot(crashes);
          first.recover();
          play.work().accept(bench, first);
          first.tell();
        } catch (Crashes.Crash crash) {
          play.crashed().hold(bench, mood, crash.getMessage());
        }
        if (crashes.survived()) {
          play.survived().accept(bench);
          return point;
        }
      }
    }
  }

  private static void assertGoesOn(RelayBench bench, Mood mood, String where) {
    bench.terminal.connected(true);
    Relay next = bench.boot();
    next.recover();
    next.step(RelayBench.open());
    for (int second = 0; second < 110; second++) {
      next.step(RelayBench.open());
      bench.terminal.connected(true);
      bench.second(next);
    }
    long deals = bench.terminal.entryDeals(Some.magic());
    assertThat(deals).as("entry deals, crash %s", where).isLessThanOrEqualTo(1);
    assertThat(bench.order().state().terminal() || bench.state().equals("PROTECTED"))
        .as("%s, crash %s", bench.state(), where)
        .isTrue();
    assertThat(Stream.of("PROTECTED", "CLOSED").anyMatch(bench.state()::equals))
        .as("%s with %s deals, crash %s", bench.state(), deals, where)
        .isEqualTo(deals == 1);
    assertThat(bench.told()).as("told, crash %s", where).isEqualTo(bench.state());
    assertThat(bench.journal().intents()).as("open intents, crash %s", where).isEmpty();
    if (SENDS_NOTHING.contains(mood)) {
      assertThat(deals).isZero();
    }
    assertThat(sentTwice(bench)).as("sent twice in one attempt, crash %s", where).isFalse();
  }

  /** The message of the close comes again, unless it was finished; then its position is gone. */
  private static void assertCloses(RelayBench bench, Mood mood, String where) {
    assertGoesOn(bench, mood, where);
    Relay next = bench.boot();
    next.recover();
    if (bench.state().equals("PROTECTED")) {
      next.step(bench.closeCommand());
    }
    for (int second = 0; second < 20; second++) {
      bench.second(next);
    }
    boolean filled = bench.terminal.entryDeals(Some.magic()) == 1;
    assertThat(bench.state().equals("CLOSED")).as("%s, %s", bench.state(), where).isEqualTo(filled);
    assertThat(bench.terminal.positions()).as(where).isEmpty();
    assertThat(bench.told()).as("told, crash %s", where).isEqualTo(bench.state());
  }

  private static boolean sentTwice(RelayBench bench) {
    int[] attempts =
        bench.terminal.sent().stream().mapToInt(entry -> entry.attempt()).sorted().toArray();
    return attempts.length != Arrays.stream(attempts).distinct().count();
  }
}
