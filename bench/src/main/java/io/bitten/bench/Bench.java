package io.bitten.bench;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The benchmarks: run by hand, compared by ratio, never a test. */
@Command(
    name = "bitten bench",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "BENCHMARK",
    description = "Measure the platform on this machine. A timed number never fails a build.",
    subcommands = {TapBench.class, RelayBench.class, HaltBench.class},
    footerHeading = "%nExamples:%n",
    footer = {
      "  bitten bench tap                 a confirming tap to the farm's POST, by hops",
      "  bitten bench tap --taps 200 --json",
      "  bitten bench relay               command to the farm's bytes, and recovery",
      "  bitten bench halt                an emergency stop to the last order that passes"
    })
public final class Bench {
  private static final int WRONG_ARGUMENTS = 2;

  private Bench() {}

  public static void main(String[] arguments) {
    System.exit(
        new CommandLine(new Bench())
            .setParameterExceptionHandler(
                (e, given) -> {
                  e.getCommandLine().getErr().println("bitten bench: " + e.getMessage());
                  return WRONG_ARGUMENTS;
                })
            .execute(arguments));
  }
}
