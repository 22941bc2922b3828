package io.bitten.local;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Placeholder until written below. */
@Command(name = "verify-ledger", mixinStandardHelpOptions = true)
final class VerifyLedgerCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    return spec.commandLine().getCommandName().length();
  }
}
