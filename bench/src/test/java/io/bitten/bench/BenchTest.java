package io.bitten.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

/** Every benchmark runs, as small as it goes: what it measures is no matter here. */
@Execution(ExecutionMode.CONCURRENT)
class BenchTest {
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource({
    "tap, --taps 10, p99_ms, relay_p99_ms, left_out",
    "relay, --entries 10 --restarts 1, p99_ms, own_p99_ms, recovery_max_ms",
    "halt, --halts 5, cloud_p99_ms, relay_p99_ms, relay_max_ms"
  })
  void each_runs_and_is_printed_and_kept(
      String name, String least, String first, String second, String third) throws IOException {
    List<String> arguments = new ArrayList<>(List.of(name, "--warm-up", "0", "--json"));
    arguments.addAll(List.of("--results", folder.toString()));
    arguments.addAll(List.of(least.split(" ")));

    int exit = run(arguments.toArray(String[]::new));

    assertEquals(0, exit, err.toString());
    List<String> kept = Files.readAllLines(folder.resolve(name + ".jsonl"));
    assertEquals(List.of(out.toString().strip()), kept);
    JsonNode told = new ObjectMapper().readTree(kept.getFirst());
    Stream.of(first, second, third)
        .forEach(figure -> assertTrue(told.path(figure).isNumber(), figure + " in " + told));
    assertTrue(told.path("machine").asText().contains("processors"), told.toString());
  }

  @Test
  void counts_that_none_was_made_for_are_refused() {
    assertEquals(2, run("halt", "--halts", "4"));
    assertEquals(2, run("halt", "--warm-up", "501"));
    assertEquals(2, run("tap", "--taps", "9"));
    assertEquals(2, run("relay", "--entries", "10001"));
    assertEquals(2, run("relay", "--restarts", "0"));
  }

  private int run(String... arguments) {
    CommandLine line = Bench.commands();
    return line.setOut(new PrintWriter(out, true))
        .setErr(new PrintWriter(err, true))
        .execute(arguments);
  }
}
