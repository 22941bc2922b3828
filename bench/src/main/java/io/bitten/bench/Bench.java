package io.bitten.bench;

import io.bitten.local.platform.Failure;
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
                  CommandLine command = e.getCommandLine();
                  command.getErr().println("bitten bench: " + e.getMessage());
                  command
                      .getErr()
                      .println("See: " + command.getCommandSpec().qualifiedName() + " --help");
                  return WRONG_ARGUMENTS;
                })
            .setExecutionExceptionHandler(
                (e, command, parsed) -> {
                  command.getErr().println("bitten bench: " + Failure.sentence(e));
                  return e instanceof IllegalArgumentException ? WRONG_ARGUMENTS : 1;
                })
            .execute(arguments));
  }
}
