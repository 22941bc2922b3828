package io.bitten.local;

import io.bitten.adapters.sign.CommandKeys;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** A new pair of keys for signing commands to relays. */
@Command(
    name = "keys",
    mixinStandardHelpOptions = true,
    description = {
      "Print a new pair of keys that sign the commands to relays.",
      "What stands after private is the value of the cloud's secret command-key, what",
      "stands after public the relay's verify_key."
    },
    footerHeading = "%nExamples:%n",
    footer = {"  bitten keys", "  bitten keys --id cloud-2      the next pair, to change keys"})
final class KeysCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Option(
      names = "--id",
      defaultValue = "cloud-1",
      description = "Name of the pair (default ${DEFAULT-VALUE}).")
  private String id;

  @Override
  public Integer call() {
    if (!id.matches("[A-Za-z0-9._-]{1,40}")) {
      throw new ParameterException(
          spec.commandLine(), "--id must be 1..40 letters, digits, ., _ or -: " + id);
    }
    CommandKeys.Pair pair = CommandKeys.generate(id);
    PrintWriter out = spec.commandLine().getOut();
    out.println("private " + pair.privateKey());
    out.println("public  " + pair.publicKey());
    out.flush();
    return 0;
  }
}
