package io.bitten.relay;

import io.bitten.relay.cli.CheckCommand;
import io.bitten.relay.cli.DiffCommand;
import io.bitten.relay.cli.RunCommand;
import io.bitten.relay.cli.WrongArguments;
import java.util.Locale;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The {@code relay} command. Exit codes: 0 done, 1 it went wrong, 2 wrong arguments or file. */
@Command(
    name = "relay",
    description = "The agent on the MT5 machine: takes signed orders and trades them.",
    mixinStandardHelpOptions = true,
    version = "BITTEN relay 2.0",
    subcommands = {RunCommand.class, CheckCommand.class, DiffCommand.class},
    footer = {
      "",
      "Examples:",
      "  relay check --config relay.yml",
      "  relay run --config relay.yml",
      "",
      "relay.example.yml explains every setting."
    })
public final class RelayMain {
  private RelayMain() {}

  public static void main(String[] arguments) {
    System.exit(run(arguments));
  }

  static int run(String... arguments) {
    // Keys, files and what is signed hold numbers: they are the same on every machine.
    Locale.setDefault(Locale.ROOT);
    CommandLine line = commandLine();
    if (arguments.length == 0) {
      line.usage(System.err);
      return WrongArguments.EXIT;
    }
    return line.execute(arguments);
  }

  static CommandLine commandLine() {
    return new CommandLine(new RelayMain())
        .setParameterExceptionHandler(new WrongArguments("relay"));
  }
}
