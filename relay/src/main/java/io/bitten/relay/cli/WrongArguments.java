package io.bitten.relay.cli;

import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Answers wrong arguments with one sentence, where help is, and exit code 2. */
public final class WrongArguments implements IParameterExceptionHandler {
  /** The exit code. */
  public static final int EXIT = 2;

  private final String program;

  /**
   * For one program.
   *
   * @param program what a sentence begins with
   */
  public WrongArguments(String program) {
    this.program = program;
  }

  @Override
  public int handleParseException(ParameterException e, String[] arguments) {
    CommandLine command = e.getCommandLine();
    command.getErr().println(program + ": " + sentence(e, command));
    command.getErr().println("See: " + command.getCommandSpec().qualifiedName() + " --help");
    return EXIT;
  }

  private static String sentence(ParameterException e, CommandLine command) {
    return e instanceof UnmatchedArgumentException unmatched && !unmatched.isUnknownOption()
        ? unmatched(unmatched, command)
        : e.getMessage();
  }

  private static String unmatched(UnmatchedArgumentException e, CommandLine command) {
    String first = e.getUnmatched().getFirst();
    if (command.getSubcommands().isEmpty()) {
      return command.getCommandName() + " takes no argument: " + first;
    }
    List<String> near = e.getSuggestions();
    return "there is no command "
        + first
        + (near.isEmpty() ? "" : "; did you mean " + near.getFirst() + "?");
  }
}
