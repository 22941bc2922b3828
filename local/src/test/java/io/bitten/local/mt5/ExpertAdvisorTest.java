package io.bitten.local.mt5;

import static org.assertj.core.api.Assertions.assertThat;

import io.bitten.core.relay.Retcode;
import io.bitten.local.mt5.ExpertAdvisorBuild.Ended;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** The real source of the Expert Advisor, run against a terminal that fails at every call. */
@Execution(ExecutionMode.CONCURRENT)
@Order(3)
class ExpertAdvisorTest {
  private static final int MOST_LINES = 400;
  private static final String SEEDS = "2000";

  @Test
  void two_thousand_stories_of_crashes_and_lost_answers_break_nothing() throws IOException {
    Ended ended = ExpertAdvisorBuild.run(sim(), "--seeds", SEEDS);
    assertThat(ended.said()).contains("violations 0").contains("seeds " + SEEDS);
    assertThat(ended.status()).isZero();
  }

  @Test
  void every_planted_fault_is_caught() throws IOException {
    List<String> passed = new ArrayList<>();
    List<String> builds = ExpertAdvisorBuild.run(sim(), "--list").said().lines().toList();
    for (String build : builds) {
      if (!build.equals("real")
          && ExpertAdvisorBuild.run(sim(), "--ea", build, "--seeds", SEEDS).status() != 1) {
        passed.add(build);
      }
    }
    assertThat(builds).hasSize(ExpertAdvisorBuild.PLANTED + 1);
    assertThat(passed).isEmpty();
  }

  @Test
  void the_same_seed_is_the_same_story() throws IOException {
    String once = ExpertAdvisorBuild.run(sim(), "--seed", "7", "--tell").said();
    assertThat(ExpertAdvisorBuild.run(sim(), "--seed", "7", "--tell").said()).isEqualTo(once);
    assertThat(once).contains("OrderSend");
  }

  @Test
  void a_return_code_means_the_same_here_and_in_the_relay() throws IOException {
    Map<Integer, Integer> told = new TreeMap<>();
    ExpertAdvisorBuild.run(ExpertAdvisorBuild.host().toString(), "--meanings")
        .said()
        .lines()
        .map(line -> line.split(" "))
        .forEach(parts -> told.put(Integer.valueOf(parts[0]), Integer.valueOf(parts[1])));
    Map<Integer, Integer> meant = new TreeMap<>();
    told.keySet().forEach(code -> meant.put(code, meaning(code)));
    assertThat(told).isEqualTo(meant).containsKeys(0, 10009, 10031);
  }

  private static int meaning(int code) {
    return Retcode.find(Integer.toString(code))
        .map(
            known ->
                switch (known.meaning()) {
                  case DONE, PARTIAL -> 1;
                  case NO -> -1;
                  case UNKNOWN -> 0;
                })
        .orElse(0);
  }

  @Test
  void the_program_is_small_and_sends_in_one_place() throws IOException {
    Path sources = ExpertAdvisorBuild.sources();
    String program = Files.readString(sources.resolve("BittenBridge.mq5"));
    assertThat(program.lines().count()).isLessThan(MOST_LINES);
    assertThat(program.split("OrderSend\\(", -1)).hasSize(2);
    assertThat(program).doesNotContain("class ", "CTrade");
    for (String part : List.of("BittenTerminal.mqh", "BittenJournal.mqh")) {
      String text = Files.readString(sources.resolve(part));
      assertThat(text.lines().count()).isLessThan(MOST_LINES);
      assertThat(text).doesNotContain("OrderSend").doesNotContain("MqlTradeRequest");
    }
  }

  private static String sim() throws IOException {
    return ExpertAdvisorBuild.sim().toString();
  }
}
