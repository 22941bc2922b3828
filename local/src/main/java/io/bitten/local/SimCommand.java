package io.bitten.local;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.bitten.local.sim.SimRun;
import io.bitten.local.sim.SimStory;
import java.io.PrintWriter;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The fault simulation. */
@Command(
    name = "sim",
    mixinStandardHelpOptions = true,
    description = {
      "Play the real desks, codecs and relay under faults, in virtual time.",
      "Everything goes wrong; after every step is checked what must always hold",
      "(docs/invariants.md).",
      "Exit 0: all held. 1: one fell; its story is told. 2: wrong arguments."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  bitten sim                               a thousand seeds",
      "  bitten sim --seeds 100000 --json",
      "  bitten sim --seed 4711                   one seed and its story in words",
      "  bitten sim --mutants                     the guards that can be taken away",
      "  bitten sim --mutant no-lease --seeds 2000"
    })
final class SimCommand implements Callable<Integer> {
  private static final int MOST_SEEDS = 10_000_000;
  private static final int BAR = 30;
  private static final long BAR_EVERY = TimeUnit.MILLISECONDS.toNanos(250);

  @Spec private CommandSpec spec;

  @Option(
      names = "--seeds",
      paramLabel = "N",
      defaultValue = "1000",
      description = "How many stories to play, from seed 1 on (default ${DEFAULT-VALUE}).")
  private int seeds;

  @Option(
      names = "--seed",
      paramLabel = "K",
      defaultValue = "-1",
      hideParamSyntax = true,
      description = "Play this seed alone and tell its story.")
  private long seed;

  @Option(
      names = "--mutant",
      paramLabel = "NAME",
      defaultValue = "",
      description = "Take one named guard away: an invariant has to fall.")
  private String mutant;

  @Option(names = "--mutants", description = "List the mutants, one a line, name first.")
  private boolean mutants;

  @Option(names = "--json", description = "Print one JSON object and nothing else.")
  private boolean json;

  private final AtomicLong barAt = new AtomicLong();

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    check();
    if (mutants) {
      SimRun.mutants().forEach((name, words) -> out.printf("%-24s %s%n", name, words));
      out.flush();
      return 0;
    }
    boolean one = given("--seed");
    long start = System.nanoTime();
    SimRun.Sum sum = SimRun.play(mutant, one ? seed : 1, one ? 1 : seeds, n -> progress(n, start));
    double seconds = (System.nanoTime() - start) / 1e9;
    if (json) {
      out.println(json(sum, seconds));
    } else {
      print(sum, seconds, out);
    }
    out.flush();
    if (!json && (one || sum.broken() > 0)) {
      tell(one ? seed : sum.violations().getFirst().seed(), out);
    }
    return sum.broken() == 0 ? 0 : 1;
  }

  private void check() {
    if (seeds < 1 || seeds > MOST_SEEDS) {
      throw wrong("--seeds must be 1 .. " + MOST_SEEDS + ": " + seeds);
    }
    if (given("--seed") && given("--seeds")) {
      throw wrong("--seed plays one story and --seeds many: give one of them");
    }
    if (mutants && json) {
      throw wrong("--mutants has no --json: it is a list, one a line, name first");
    }
    if (!mutant.isEmpty() && !SimRun.mutants().containsKey(mutant)) {
      throw wrong("there is no mutant " + mutant + "; see --mutants");
    }
  }

  private boolean given(String option) {
    return spec.commandLine().getParseResult().hasMatchedOption(option);
  }

  private ParameterException wrong(String sentence) {
    return new ParameterException(spec.commandLine(), sentence);
  }

  private void progress(int played, long start) {
    long now = System.nanoTime();
    long due = barAt.get();
    int total = given("--seed") ? 1 : seeds;
    if (played < total
        && (now - start < due || !barAt.compareAndSet(due, now - start + BAR_EVERY))) {
      return;
    }
    int filled = (int) ((long) BAR * played / total);
    double rate = played / Math.max((now - start) / 1e9, 1e-3);
    PrintWriter err = spec.commandLine().getErr();
    err.printf(
        "\r[%s%s] %d/%d seeds, %.0f a second%s",
        "#".repeat(filled),
        " ".repeat(BAR - filled),
        played,
        total,
        rate,
        played == total ? System.lineSeparator() : "");
    err.flush();
  }

  private static ObjectNode json(SimRun.Sum sum, double seconds) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("seeds", sum.seeds()).put("violations", sum.broken());
    json.put("seconds", BigDecimal.valueOf(seconds).setScale(3, RoundingMode.HALF_UP));
    json.put("sha256", sum.sha256());
    ObjectNode faults = json.putObject("faults");
    sum.faults().forEach(faults::put);
    ObjectNode states = json.putObject("states");
    sum.states().forEach(states::put);
    if (sum.broken() > 0) {
      ArrayNode fallen = json.putArray("fallen");
      sum.violations().forEach(one -> fallen.add(line(one)));
    }
    return json;
  }

  private static void print(SimRun.Sum sum, double seconds, PrintWriter out) {
    out.printf(
        "%d seeds in %.1f s, %.0f a second, %d violations%n",
        sum.seeds(), seconds, sum.seeds() / seconds, sum.broken());
    out.printf("sha256  %s%n", sum.sha256());
    out.printf("states  %s%n", listed(sum.states()));
    out.printf("faults  %s%n", listed(sum.faults()));
    sum.violations().stream().limit(10).forEach(one -> out.println(line(one)));
  }

  private static String line(SimRun.Violation one) {
    return "seed %d: %s: %s".formatted(one.seed(), one.invariant(), one.what());
  }

  private static String listed(Map<String, Long> counts) {
    StringBuilder text = new StringBuilder();
    counts.forEach(
        (name, n) -> text.append(text.isEmpty() ? "" : ", ").append(name).append(' ').append(n));
    return text.toString();
  }

  private void tell(long told, PrintWriter out) {
    SimStory.Told story = SimStory.of(mutant, told);
    out.println();
    out.printf("The story of seed %d%s:%n", told, story.invariant().isEmpty() ? "" : ", shortened");
    story.lines().forEach(out::println);
    if (!story.invariant().isEmpty()) {
      out.printf("%s fell: %s%n", story.invariant(), story.what());
      out.printf("faults left in it: %s%n", story.left());
    }
    out.flush();
  }
}
