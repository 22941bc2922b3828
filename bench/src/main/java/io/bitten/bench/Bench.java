package io.bitten.bench;

import io.bitten.local.platform.Failure;
import io.bitten.relay.cli.WrongArguments;
import java.util.Locale;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The benchmarks: run by hand, compared by ratio, never a test. */
@Command(
    name = "bitten bench",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "BENCHMARK",
    description = {
      "Measure the platform on this machine. A timed number never fails a build.",
      "Each run is kept as a line of JSON in bench/results."
    },
    subcommands = {TapBench.class, RelayBench.class, HaltBench.class},
    footerHeading = "%nExamples:%n",
    footer = {
      "  bitten bench tap       from a confirming tap to the farm's POST, by hops",
      "  bitten bench tap --taps 200 --json",
      "  bitten bench relay     from a command to the farm's bytes, and recovery",
      "  bitten bench halt      from an emergency stop to the last order that passes"
    })
public final class Bench {
  private Bench() {}

  public static void main(String[] arguments) {
    // Results are compared across machines.
    Locale.setDefault(Locale.ROOT);
    System.exit(commands().execute(arguments));
  }

  static CommandLine commands() {
    return new CommandLine(new Bench())
        .setParameterExceptionHandler(new WrongArguments("bitten bench"))
        .setExecutionExceptionHandler(
            (e, command, parsed) -> {
              command.getErr().println("bitten bench: " + Failure.sentence(e));
              return e instanceof IllegalArgumentException ? WrongArguments.EXIT : 1;
            });
  }
}
