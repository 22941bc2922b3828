package io.bitten.local;

import io.bitten.local.platform.Failure;
import io.bitten.relay.cli.WrongArguments;
import java.util.Locale;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The one command: {@code bitten up}, {@code bitten demo} and the others. */
@Command(
    name = "bitten",
    mixinStandardHelpOptions = true,
    version = "BITTEN 2.0",
    synopsisSubcommandLabel = "COMMAND",
    description = "The whole BITTEN platform on this machine.",
    subcommands = {
      UpCommand.class,
      DemoCommand.class,
      SimCommand.class,
      KeysCommand.class,
      WebhookCommand.class
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  bitten up                       start everything and open the chat page",
      "  bitten demo                     one signal from market to fill and close",
      "  bitten demo --market FILE.csv.gz --json",
      "  bitten sim --seeds 10000        the fault simulation",
      "  bitten bench tap                how long a tap takes to the farm",
      "  bitten bench --help             all benchmarks",
      "  bitten COMMAND --help           options and examples of a command"
    })
public final class Bitten {
  private Bitten() {}

  /** Ends the process whatever happens: what was started must not keep a failed command alive. */
  public static void main(String[] arguments) {
    // Keys, files and what is signed hold numbers: they are the same on every machine.
    Locale.setDefault(Locale.ROOT);
    int exit = 1;
    try {
      exit = commandLine().execute(arguments);
    } catch (LinkageError e) {
      System.err.println("bitten: a part of the build is missing or broken: " + e);
      System.err.println("Delete local/target and run the command again, which builds it anew.");
    } finally {
      System.exit(exit);
    }
  }

  /** One sentence and exit 2 for wrong arguments; one sentence and exit 1 for a failure. */
  static CommandLine commandLine() {
    return new CommandLine(new Bitten())
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setParameterExceptionHandler(new WrongArguments("bitten"))
        .setExecutionExceptionHandler(
            (e, command, parsed) -> {
              command.getErr().println("bitten: " + Failure.sentence(e));
              return e instanceof IllegalArgumentException ? WrongArguments.EXIT : 1;
            });
  }
}
